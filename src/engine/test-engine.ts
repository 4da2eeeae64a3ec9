import { onTestFinished } from 'vitest';

import type { Answer } from '~/core/answer';
import type { Gateway } from '~/engine/gateway/gateway';
import { createTestClock } from '~test/clock';

import { createEngine } from './create-engine';
import { testParts } from './test-parts';

export const BASE = 'https://a.test';
export const GOOD = 'sk-good-1234567890abcd';
export const OTHER = 'sk-other-1234567890abcd';

/** What a service answers; null where nothing can be reached. */
type Service = (
  id: string,
  /** After `x ` where it came in `x-api-key`. */
  apiKey: string,
  url: string,
  /** The query: a list has one. */
  query: URLSearchParams,
) => {
  status?: number;
  body: object;
  retryAfter?: string;
  headers?: Record<string, string>;
} | null;

/**
 * An engine with a database, a clock and a service of its own; it is stopped after the test.
 * @param wrap changes how the service's answers are read
 * @param at what the clock shows at first, in epoch ms
 */
export async function start(
  service: Service,
  wrap = (gateway: Gateway): Gateway => gateway,
  at = 1_000_000,
) {
  const clock = createTestClock(at);
  const asked: { id: string; key: string; at: number; url: string; cache: RequestCache }[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { headers } = request;
    const elsewhere = headers.get('x-api-key');
    const key =
      headers.get('authorization')?.replace('Bearer ', '') ?? (elsewhere ? `x ${elsewhere}` : '');
    const url = new URL(request.url);
    const id =
      url.searchParams.get('id') ?? decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
    const cache = init?.cache ?? 'default';
    asked.push({ id, key, at: clock.now(), url: url.pathname + url.search, cache });
    const said = service(id, key, url.pathname, url.searchParams);
    if (said === null) throw new TypeError('Failed to fetch');
    const { status = 200, body, retryAfter, headers: sent } = said;
    return Response.json(body, {
      status,
      headers: { ...sent, ...(retryAfter ? { 'retry-after': retryAfter } : {}) },
    });
  };
  const parts = testParts(`engine-test-${crypto.randomUUID()}`, clock);
  await parts.vault.load([]);
  const engine = createEngine({ ...parts, gateway: wrap(parts.gateway), fetch });
  onTestFinished(() => engine.stop());
  const add = (ids: string[], keys = [GOOD]): Promise<unknown> =>
    engine.add({
      base: BASE,
      keys,
      keep: 'tab',
      tasks: ids.map((taskId) => ({ taskId, label: null })),
      batch: null,
    });
  const answer = (id: string): Answer => engine.answers.get({ base: BASE, taskId: id });
  const timesAsked = (id: string): number => asked.filter((one) => one.id === id).length;
  return { engine, clock, asked, add, answer, timesAsked, rows: parts.rows };
}

export const running = { body: { status: 'in_progress', progress: 40 } };
export const done = { body: { status: 'completed', video_url: 'https://a.test/v.mp4' } };
export const refused = {
  status: 401,
  body: { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } },
};
export const missing = { status: 404, body: { error: { message: 'Task not found' } } };
export const noRoute = {
  status: 404,
  body: { error: { message: 'Invalid URL (GET /v1/videos/x)' } },
};
