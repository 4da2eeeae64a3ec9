import { vi } from 'vitest';

import type { Answer } from '~/core/answer';
import { startTestServer } from '~/engine/gateway/test-server';
import { createTestClock } from '~test/clock';

import { createEngine } from './create-engine';
import { testParts } from './test-parts';

/** What a router says about a path it does not have; `%s` is that path. */
export interface RouterReply {
  router: string;
  status?: number;
  type: 'json' | 'html' | 'plain';
  body: string;
}

const TYPES = { json: 'application/json', html: 'text/html', plain: 'text/plain' } as const;
const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

let databases = 0;

/**
 * A task on a real server that keeps its look-ups at one path and whose router answers elsewhere. Resolves with what is
 * known once the task was found, or nothing more is asked soon, and with the paths asked.
 */
export async function findRoute(
  { status = 404, type, body }: RouterReply,
  home = '/v1/video/query?id=video_1',
): Promise<{ answer: Answer; asked: string[] }> {
  const server = await startTestServer();
  const asked: string[] = [];
  server.answer(({ method, url = '' }, response) => {
    if (method === 'OPTIONS') return void response.writeHead(204, CORS).end();
    asked.push(url);
    const found = url === home;
    response.writeHead(found ? 200 : status, {
      ...CORS,
      'content-type': found ? TYPES.json : TYPES[type],
    });
    response.end(found ? '{"status":"in_progress","progress":40}' : body.replaceAll('%s', url));
  });
  const clock = createTestClock();
  const parts = testParts(`routes-test-${++databases}`, clock);
  await parts.vault.load([]);
  const engine = createEngine({ ...parts, fetch: globalThis.fetch });
  const ref = { base: server.base, taskId: 'video_1' };
  await engine.add({
    base: ref.base,
    keys: ['sk-one-1234567890abcd'],
    keep: 'tab',
    tasks: [{ taskId: ref.taskId, label: null }],
    batch: null,
  });
  // The server answers in real time, which is no time to the engine's clock.
  const answer = await vi.waitFor(async () => {
    await clock.advance(500);
    const known = engine.answers.get(ref);
    if (known.task === null && known.problem === null) throw new Error('Still looking');
    return known;
  });
  engine.stop();
  await server.close();
  return { answer, asked };
}
