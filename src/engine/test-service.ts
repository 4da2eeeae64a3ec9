/** How one task of a test lives. */
export interface Life {
  /** Epoch ms. */
  startAt: number;
  runMs: number;
  fails: boolean;
}

/** What a look-up can meet instead of its answer. */
export type Trouble = 'broken' | 'limited' | 'garbled' | 'unreachable' | 'offline';

/** Deterministic, between one and six minutes; every twentieth fails. */
export function lifeOf(number: number): Omit<Life, 'startAt'> {
  return { runMs: 60_000 + ((number * 7919) % 300) * 1000, fails: number % 20 === 7 };
}

const unreachable = (): never => {
  throw new TypeError('Failed to fetch');
};
const MEETS: Record<Trouble, () => Response> = {
  broken: () => Response.json({ error: { message: 'boom' } }, { status: 500 }),
  limited: () =>
    Response.json(
      { error: { message: 'slow down' } },
      { status: 429, headers: { 'retry-after': '30' } },
    ),
  garbled: () =>
    new Response('{"id":"video_1","sta', { headers: { 'content-type': 'application/json' } }),
  unreachable,
  offline: unreachable,
};

/** What the service answers about a task at that moment; rejects as `fetch` does where nobody can be reached. */
export function answerOf(
  id: string,
  life: Life | undefined,
  trouble: Trouble | null,
  at: number,
): Response {
  if (trouble !== null) return MEETS[trouble]();
  if (!life) return Response.json({ error: { message: 'Task not found' } }, { status: 404 });
  const share = (at - life.startAt) / life.runMs;
  if (share < 1)
    return Response.json({
      id,
      model: 'm',
      status: 'in_progress',
      progress: Math.floor(share * 100),
    });
  if (life.fails)
    return Response.json({ id, model: 'm', status: 'failed', error: { message: 'no' } });
  return Response.json({
    id,
    model: 'm',
    status: 'completed',
    completed_at: Math.floor((life.startAt + life.runMs) / 1000),
    video_url: `https://a.test/${id}.mp4`,
  });
}
