import { sendBytes } from './bytes.ts';
import { faultFor } from './faults.ts';
import { momentOf } from './life.ts';
import { bytesOf, SCENES, fileNamed, linkTo } from './footage.ts';
import { PUBLISHED } from './published.ts';
import { failed, HEADERS, json } from './replies.ts';
import { SAMPLE_TASKS } from './sample-board.ts';
import { planFor } from './scenarios.ts';
import { answerFor } from './wires.ts';

export interface DemoGatewayOptions {
  /** Another seed gives unnamed ids other plans. */
  seed?: number;
  /** Epoch ms. */
  now?: () => number;
  /** When each id was first looked up, in epoch ms; kept by the caller to survive a reload. */
  births?: { get(id: string): number | undefined; set(id: string, at: number): void };
}

/** What a request is about: a look-up by either route, the video itself, or one of the demo's own files. */
const ROUTES = {
  content: /^(.*?)\/v1\/videos\/([^/]+)\/content$/,
  lookUp: /^(.*?)\/v1\/videos\/([^/]*)$/,
  query: /^(.*?)\/v1\/video\/query$/,
  media: /^(.*?)\/media\/([\w.-]+)$/,
} as const;

/** States that nobody can know, by the beginning of the id. */
const STRANGE_STATES = [
  ['eword', 'contemplating'],
  ['estate4', 4],
] as const;

/**
 * A gateway that answers like several real services: published examples verbatim, tasks that last 20 to 120 s from
 * their first look-up, protected videos, and faults that a person can type (see `scenarios.ts`). The same code runs in
 * the tab, in `npm start` and in tests; it shares nothing with the code that reads its answers.
 */
export function createDemoGateway(
  options: DemoGatewayOptions = {},
): (request: Request) => Promise<Response> {
  const { seed = 1, now = Date.now, births = new Map<string, number>() } = options;
  const asked = new Map<string, number>();
  const samples = new Map(SAMPLE_TASKS.map(({ taskId, plan }) => [taskId, plan]));

  const lookUp = async (
    request: Request,
    id: string,
    base: string,
    route: 'usual' | 'query',
  ): Promise<Response> => {
    if (!hasKey(request)) return failed('auth');
    if (id.trim() === '')
      return json(200, {
        object: 'list',
        data: [],
        first_id: null,
        last_id: null,
        has_more: false,
      });
    const times = (asked.get(id) ?? 0) + 1;
    asked.set(id, times);
    const fault = await faultFor(id, { times, route, signal: request.signal });
    if (fault) return fault;
    const published = PUBLISHED[id];
    if (published !== undefined)
      return new Response(published, {
        headers: { ...HEADERS, 'content-type': 'application/json' },
      });
    const body = answerFor(taskOf(id, base));
    const strange = STRANGE_STATES.find(([start]) => id.startsWith(start));
    return json(200, strange ? { ...body, status: strange[1] } : body);
  };

  const taskOf = (id: string, base: string) => {
    const plan = planFor(id, seed, samples.get(id));
    const birth = births.get(id) ?? now();
    births.set(id, birth);
    const createdAt = birth - plan.ageMs;
    const moment = momentOf(plan, now() - createdAt);
    const endedAt = moment.phase === 'ended' ? createdAt + plan.waitMs + plan.runMs : 0;
    return { id, plan, moment, createdAt, endedAt, now: now(), base };
  };

  const content = async (request: Request, id: string, base: string): Promise<Response> => {
    if (!hasKey(request) || id.startsWith('econtent401')) return failed('auth');
    if (id.startsWith('econtenterror')) return failed('notReadyAsVideo');
    if (id.startsWith('enovideo')) return failed('noVideo');
    const { plan, moment } = taskOf(id, base);
    if (moment.phase !== 'ended' || plan.end !== 'ready') return failed('notReady');
    const { video } = SCENES[plan.scene];
    if (id.startsWith('econtentjson'))
      return json(200, { id, status: 'completed', video_url: linkTo(video, base) });
    return sendBytes(request, await bytesOf(video), 'video/mp4');
  };

  return async (request) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: HEADERS });
    const url = new URL(request.url);
    const [, before = '', id = ''] =
      ROUTES.content.exec(url.pathname) ?? ROUTES.lookUp.exec(url.pathname) ?? [];
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return failed('noRoute', url.pathname);
    if (ROUTES.content.test(url.pathname))
      return content(request, decoded(id), url.origin + before);
    if (ROUTES.lookUp.test(url.pathname))
      return lookUp(request, decoded(id), url.origin + before, 'usual');
    const query = ROUTES.query.exec(url.pathname);
    if (query)
      return lookUp(
        request,
        url.searchParams.get('id') ?? '',
        url.origin + (query[1] ?? ''),
        'query',
      );
    const file = fileNamed(ROUTES.media.exec(url.pathname)?.[2] ?? '');
    if (file !== undefined)
      return sendBytes(
        request,
        await bytesOf(file),
        file.endsWith('.mp4') ? 'video/mp4' : 'image/webp',
      );
    return failed('noRoute', url.pathname);
  };
}

function hasKey(request: Request): boolean {
  return /^Bearer sk-demo-\S+$/.test(request.headers.get('authorization') ?? '');
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
