import { refKey } from '~/core/answer';
import type { Feed, FeedTrouble } from '~/core/feed';
import type { ProblemKind, TaskState } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { askFeed } from '~/engine/feeds/ask-feed';
import { readFeed } from '~/engine/feeds/read-feed';

import type { Headless } from './headless';

/** One line of the table. */
export interface Look {
  batch: string;
  name: string | null;
  id: string;
  /** null if it could not be looked up. */
  state: TaskState | null;
  percent: number | null;
  problem: ProblemKind | 'no_key' | 'not_asked' | null;
}

/** What one look needs of the engine. */
type Looking = Pick<Headless, 'state' | 'bus' | 'timers' | 'fetch' | 'add' | 'canAsk'>;

/** A service that is down leaves its other tasks unasked: so long nothing may be heard, in ms. */
const SILENCE = 60_000;

/** Looks each task of the feeds up once, within the budgets of the keys. */
export async function lookOnce(
  feeds: readonly Feed[],
  engine: Looking,
): Promise<{ looks: Look[]; troubles: FeedTrouble[] }> {
  const troubles: FeedTrouble[] = [];
  const signal = new AbortController().signal;
  const answered = allAnswered(engine);
  for (const feed of feeds) {
    const reply = await askFeed(engine.fetch, feed.url, signal);
    const reading = 'problem' in reply ? reply : readFeed(reply.text, reply.contentType);
    if ('problem' in reading) {
      troubles.push({ name: feed.name, problem: reading.problem });
      continue;
    }
    if (reading.isPart) troubles.push({ name: feed.name, problem: 'rows' });
    const tasks = reading.open ? [...reading.rows, reading.open] : reading.rows;
    const batch = { id: `feed:${feed.name}`, name: feed.name };
    await engine.add({ base: feed.base, keys: [], keep: 'tab', tasks, batch });
  }
  await answered.wait();
  const all = [...engine.state.tracked.getState().tasks.values()];
  return { looks: all.map((task) => lookOf(task, engine)), troubles };
}

function isAnswered(task: TrackedTask, { state, canAsk }: Looking): boolean {
  const { task: known, problem } = state.answers.get(task);
  // What is refused for now is asked about again, within the budget.
  const isSaid = problem !== null && problem.kind !== 'rate_limited';
  return known !== null || isSaid || !canAsk(task.base);
}

function allAnswered(engine: Looking) {
  const { state, bus, timers } = engine;
  const left = new Set<string>();
  let resolve = (): void => {};
  let callOff = (): void => {};
  const heard = (): void => {
    callOff();
    if (left.size === 0) resolve();
    else callOff = timers.after(SILENCE, resolve);
  };
  bus.on('added', ({ tasks }) => {
    for (const task of tasks) if (!isAnswered(task, engine)) left.add(refKey(task));
  });
  bus.on('answered', ({ ref }) => {
    const task = state.tracked.getState().tasks.get(refKey(ref));
    if (!task || !isAnswered(task, engine)) return;
    // A service that is down is asked about the same task again and again.
    if (left.delete(refKey(ref))) heard();
  });
  return {
    wait: async (): Promise<void> =>
      new Promise((done) => {
        resolve = done;
        heard();
      }),
  };
}

function lookOf(task: TrackedTask, { state, canAsk }: Looking): Look {
  const { task: known, problem } = state.answers.get(task);
  const look = {
    batch: task.batch?.name ?? '',
    name: task.label,
    id: task.taskId,
    state: known?.state ?? null,
    percent: known?.state === 'completed' ? 100 : (known?.progress ?? null),
  };
  if (known !== null) return { ...look, problem: null };
  return { ...look, problem: problem?.kind ?? (canAsk(task.base) ? 'not_asked' : 'no_key') };
}
