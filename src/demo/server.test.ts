import { describe, expect, it } from 'vitest';

import { PUBLISHED } from './published';
import { SAMPLE_BOARD, SAMPLE_KEY } from './sample-board';
import { createDemoGateway } from './server';

const BASE = 'http://demo.test/demo';
const MINUTE = 60_000;

function start(seed = 1) {
  let at = 1_700_000_000_000;
  const handle = createDemoGateway({ seed, now: () => at });
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    handle(
      new Request(BASE + path, { headers: { authorization: `Bearer ${SAMPLE_KEY}`, ...headers } }),
    );
  const lookUp = async (id: string): Promise<Record<string, never>> =>
    (await ask(`/v1/videos/${encodeURIComponent(id)}`)).json() as Promise<Record<string, never>>;
  const pass = (ms: number): void => {
    at += ms;
  };
  return { handle, ask, lookUp, pass };
}

describe('the demo gateway', () => {
  it('gives the published examples word for word', async () => {
    const { ask } = start();
    for (const [id, body] of Object.entries(PUBLISHED)) {
      expect(await (await ask(`/v1/videos/${encodeURIComponent(id)}`)).text()).toBe(body);
    }
  });

  it('answers nobody without a demo key', async () => {
    const { handle } = start();
    const reply = await handle(
      new Request(`${BASE}/v1/videos/video_1`, { headers: { authorization: 'Bearer sk-x' } }),
    );
    expect(reply.status).toBe(401);
  });

  it('lets every sample task end within two minutes, and never go back', async () => {
    const { lookUp, pass } = start();
    const ENDED = /status":"(?:completed|SUCCESS|SUCCEEDED|succeed|failed|FAILED|FAILURE)"/;
    const rounds: string[][] = [];
    for (let second = 0; second <= 130; second += 10) {
      const answers = await Promise.all(SAMPLE_BOARD.map(({ taskId }) => lookUp(taskId)));
      rounds.push(
        SAMPLE_BOARD.flatMap(({ taskId }, index) =>
          ENDED.test(JSON.stringify(answers[index])) ? taskId : [],
        ),
      );
      pass(10_000);
    }
    for (const [index, ended] of rounds.slice(1).entries()) {
      expect(ended).toEqual(expect.arrayContaining(rounds[index] ?? []));
    }
    expect(rounds[0]?.length).toBeLessThan(6);
    expect(rounds.at(-1)).toHaveLength(SAMPLE_BOARD.length);
  });

  it('gives an id the same life with the same seed, from its first look-up on', async () => {
    const [one, two] = [start(7), start(7)];
    two.pass(MINUTE);
    const id = 'video_0123456789abcdef0123456789abcdef';
    await Promise.all([one.lookUp(id), two.lookUp(id)]);
    one.pass(20_000);
    two.pass(20_000);
    const told = ({ status, progress }: Record<string, unknown>): unknown[] => [status, progress];
    expect(told(await one.lookUp(id))).toEqual(told(await two.lookUp(id)));
  });

  it('guards the video behind /content, and sends ranges of it', async () => {
    const { handle, ask, pass, lookUp } = start();
    const id = 'video_fast0123456789abcdef0123456789ab';
    await lookUp(id);
    expect((await ask(`/v1/videos/${id}/content`)).status).toBe(404);
    pass(MINUTE);
    expect((await handle(new Request(`${BASE}/v1/videos/${id}/content`))).status).toBe(401);
    const whole = await ask(`/v1/videos/${id}/content`);
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    const size = (await whole.arrayBuffer()).byteLength;
    const part = await ask(`/v1/videos/${id}/content`, { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${size}`);
    expect((await part.arrayBuffer()).byteLength).toBe(10);
    expect((await ask(`/v1/videos/${id}/content`, { range: `bytes=${size}-` })).status).toBe(416);
  });

  it('links to videos and pictures that are there', async () => {
    const { handle, lookUp } = start();
    const body = await lookUp('video_7f3b1c9a-2d4e-4f60-8a7b-5c1d9e0f2a3b');
    const links = JSON.stringify(body).match(/http:[^"]+/g) ?? [];
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) expect((await handle(new Request(link))).status).toBe(200);
  });

  it.each([
    ['e401-a', 401],
    ['e402-a', 402],
    ['e403-a', 403],
    ['e403credit-a', 403],
    ['e404-a', 404],
    ['e500-a', 500],
    ['e502-a', 502],
    ['ehtml', 200],
    ['egarbled', 200],
  ])('%s answers %i', async (id, status) => {
    expect((await start().ask(`/v1/videos/${id}`)).status).toBe(status);
  });

  it.each([
    ['fail-a', 'failed', 'moderation_blocked'],
    ['failprompt-a', 'failed', 'content_policy_violation'],
    ['failquota-a', 'failed', 'insufficient_quota'],
    ['failbusy-a', 'failed', 'engine_overloaded'],
    ['failmute-a', 'failed', ''],
    ['cancel-a', 'cancelled', undefined],
  ])('%s ends as %s', async (id, status, code) => {
    const body: unknown = await start().lookUp(id);
    expect(body).toMatchObject({
      status,
      ...(code === undefined ? { error: null } : { error: { code } }),
    });
  });

  it('has a task with a number for its state, and one that is ready without any video', async () => {
    const { ask, lookUp } = start();
    expect(await lookUp('estate4-a')).toMatchObject({ status: 4, video_url: null });
    expect(await lookUp('enovideo-a')).toMatchObject({ status: 'completed' });
    expect(JSON.stringify(await lookUp('enovideo-a'))).not.toContain('.mp4');
    const content = await ask('/v1/videos/enovideo-a/content', { range: 'bytes=0-1' });
    expect(content.status).toBe(404);
  });

  it('answers an empty id with a list, half an answer with half of one, and 3 MB with 3 MB', async () => {
    const { ask } = start();
    expect(await (await ask('/v1/videos/')).json()).toMatchObject({ object: 'list' });
    const half = await (await ask('/v1/videos/egarbled')).text();
    expect(() => JSON.parse(half) as unknown).toThrow(SyntaxError);
    expect(await (await ask('/v1/videos/eempty')).text()).toBe('');
    expect((await (await ask('/v1/videos/ebig')).text()).length).toBeGreaterThan(3_000_000);
  });

  it('knows an e404route only by the query route', async () => {
    const { ask } = start();
    expect((await ask('/v1/videos/e404route-a')).status).toBe(404);
    expect((await ask('/v1/video/query?id=e404route-a')).status).toBe(200);
  });

  it('fails every second look-up of eflaky, says a new word for eword, and keeps estuck at 40 %', async () => {
    const { ask, lookUp, pass } = start();
    const statuses = [1, 2, 3, 4].map(() => ask('/v1/videos/eflaky'));
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 500, 200, 500]);
    expect(await lookUp('eword')).toMatchObject({ status: 'contemplating' });
    pass(60 * MINUTE);
    expect(await lookUp('estuck')).toMatchObject({ status: 'in_progress', progress: 40 });
  });

  it('gives up on eslow as soon as the caller does', async () => {
    const { handle } = start();
    const caller = new AbortController();
    const headers = { authorization: `Bearer ${SAMPLE_KEY}` };
    const reply = handle(
      new Request(`${BASE}/v1/videos/eslow`, { headers, signal: caller.signal }),
    );
    caller.abort();
    await expect(reply).rejects.toThrow('given up');
  });

  it('spoils the videos of econtent ids, each in its way', async () => {
    const { ask } = start();
    expect((await ask('/v1/videos/econtent401-a/content')).status).toBe(401);
    const link = await (await ask('/v1/videos/econtentjson-a/content')).json();
    expect(link).toMatchObject({
      status: 'completed',
      video_url: expect.stringMatching(/\.mp4$/) as string,
    });
    const pretender = await ask('/v1/videos/econtenterror-a/content');
    expect([pretender.status, pretender.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(await pretender.json()).toHaveProperty('error');
  });

  it('limits e429 twice with Retry-After, then lets it through', async () => {
    const { ask } = start();
    const replies = [
      await ask('/v1/videos/e429-a'),
      await ask('/v1/videos/e429-a'),
      await ask('/v1/videos/e429-a'),
    ];
    expect(replies.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(replies[0]?.headers.get('retry-after')).toBe('5');
  });

  it('lets pages of any origin call', async () => {
    const { handle } = start();
    const reply = await handle(new Request(`${BASE}/v1/videos/x`, { method: 'OPTIONS' }));
    expect(reply.headers.get('access-control-allow-headers')).toContain('authorization');
  });
});
