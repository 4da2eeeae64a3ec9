// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { refKey } from '~/core/answer';

import { createTestBrowser, TestChannel } from '~/engine/test-browser';
import { BASE, done, GOOD, running, start } from '~/engine/test-engine';

const bare = { body: { status: 'completed' } };
const none = { status: 404, body: { error: { message: 'Video not found' } } };
const isContent = (url: string): boolean => url.endsWith('/content');
const keyOf = (taskId: string): string => refKey({ base: BASE, taskId });

/** A service whose finished tasks have no link, and this behind `/content`. */
async function board(content: { status?: number; body: object }, ids = ['video_1']) {
  const what = { content, task: bare as { body: object } };
  const made = await start((_, __, url) => (isContent(url) ? what.content : what.task));
  await made.add(ids);
  await made.clock.advance(3000);
  const tries = (): number => made.asked.filter(({ url }) => isContent(url)).length;
  return { ...made, tries, what };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a finished task without a link', () => {
  it('is tried once when it is seen, and its answer says that there is no video', async () => {
    const { engine, clock, answer, tries } = await board(none);
    expect(tries()).toBe(0);
    engine.watch([keyOf('video_1')]);
    await clock.advance(1000);
    expect(answer('video_1')).toMatchObject({ content: 'refused', task: { state: 'completed' } });
    engine.watch([]);
    engine.watch([keyOf('video_1')]);
    await clock.advance(3_600_000);
    expect(tries()).toBe(1);
  });

  it('is tried when it becomes ready before somebody’s eyes', async () => {
    const { engine, clock, answer, what, tries, add } = await board(none, []);
    what.task = running;
    await add(['video_1']);
    engine.watch([keyOf('video_1')]);
    await clock.advance(3000);
    expect(tries()).toBe(0);
    what.task = bare;
    await clock.advance(120_000);
    expect(answer('video_1').content).toBe('refused');
  });

  it('is left alone where nobody sees it, in a hidden tab, and with a link', async () => {
    const { engine, clock, what, tries } = await board(none);
    await clock.advance(60_000);
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    engine.watch([keyOf('video_1')]);
    await clock.advance(60_000);
    expect(tries()).toBe(0);
    what.task = done;
    engine.checkNow([keyOf('video_1')]);
    await clock.advance(3000);
    hidden.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await clock.advance(60_000);
    expect(tries()).toBe(0);
  });

  it('is tried when its tab is shown', async () => {
    const { engine, clock, tries } = await board(none);
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    engine.watch([keyOf('video_1')]);
    hidden.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await clock.advance(1000);
    expect(tries()).toBe(1);
  });

  it('is tried again when the person checks, and can have a video then', async () => {
    const { engine, clock, answer, what, tries } = await board(none);
    engine.watch([keyOf('video_1')]);
    await clock.advance(1000);
    what.content = { body: { url: 'https://cdn.test/v.mp4' } };
    engine.checkNow([keyOf('video_1')]);
    await clock.advance(3000);
    expect(answer('video_1').content).toBe('video');
    expect(tries()).toBe(2);
    engine.checkNow([keyOf('video_1')]);
    await clock.advance(3000);
    expect(tries()).toBe(2);
    expect(answer('video_1').content).toBe('video');
  });

  it('stays playable where a try proves nothing, and is not tried for ever', async () => {
    for (const status of [401, 429, 500]) {
      const { engine, clock, answer, tries } = await board({ status, body: {} });
      engine.watch([keyOf('video_1')]);
      await clock.advance(3_600_000);
      expect(answer('video_1').content).toBeUndefined();
      expect(answer('video_1').problem).toBeNull();
      expect(tries()).toBe(1);
      engine.stop();
    }
  });

  it('costs no more than the key’s budget allows, however many are seen at once', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `video_${index}`);
    const { engine, clock, asked, tries } = await board(none, ids);
    await clock.advance(30_000);
    const before = asked.length;
    engine.watch(ids.map(keyOf));
    await clock.advance(60_000);
    expect(tries()).toBe(40);
    const times = asked.slice(before).map(({ at }) => at);
    for (const at of times) {
      expect(times.filter((other) => other >= at && other < at + 1000).length).toBeLessThanOrEqual(
        5,
      );
    }
  });

  it('keeps its finding while later look-ups fail', async () => {
    const { engine, clock, answer, what } = await board(none);
    engine.watch([keyOf('video_1')]);
    await clock.advance(1000);
    what.task = { status: 500, body: {} } as never;
    engine.checkNow([keyOf('video_1')]);
    await clock.advance(1000);
    expect(answer('video_1')).toMatchObject({ content: 'refused', problem: { kind: 'server' } });
  });
});

it('is tried by one tab for all, and every tab knows the finding', async () => {
  vi.stubGlobal('BroadcastChannel', TestChannel);
  const tries: number[] = [];
  const { clock, open, tabs, close } = createTestBrowser((url, tab) => {
    if (!isContent(url.pathname)) return Response.json(bare.body);
    tries.push(tab);
    return Response.json(none.body, { status: none.status });
  });
  const first = await open();
  const tasks = ['video_1', 'video_2'].map((taskId) => ({ taskId, label: null }));
  await first.add({ base: BASE, keys: [GOOD], keep: 'device', tasks, batch: null });
  await clock.advance(3000);
  const second = await open();
  // Only the second tab shows one of them; both show the other.
  second.watch(tasks.map(({ taskId }) => keyOf(taskId)));
  first.watch([keyOf('video_1')]);
  await clock.advance(5000);
  for (const { answers } of tabs) {
    for (const { taskId } of tasks)
      expect(answers.get({ base: BASE, taskId }).content).toBe('refused');
  }
  expect(tries).toEqual([1, 1]);
  close();
  vi.unstubAllGlobals();
});
