// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { ProblemKind } from '~/core/task';

import type { Engine } from './engine';
import { createTestBrowser, TestChannel, type TestBrowser } from './test-browser';

const BASE = 'https://a.test';
const PATH = '/studio/films?name={id}';
const REF = { base: BASE, taskId: 'video_1' };

let opened: TestBrowser | null = null;
beforeEach(() => void vi.stubGlobal('BroadcastChannel', TestChannel));
afterEach(() => {
  opened?.close();
  vi.unstubAllGlobals();
});

/** A browser and a service that knows one route, and answers with 404 elsewhere. */
function browser(route: string) {
  const asked: string[] = [];
  const { clock, open, tabs } = (opened = createTestBrowser((url) => {
    asked.push(url.pathname + url.search);
    const error = { message: `Invalid URL (GET ${url.pathname})` };
    return url.pathname.startsWith(route)
      ? Response.json({ status: 'in_progress', progress: 40 })
      : Response.json({ error }, { status: 404 });
  }));
  const add = (engine: Engine): Promise<unknown> =>
    engine.add({
      base: BASE,
      keys: ['sk-one-1234567890abcd'],
      keep: 'tab',
      tasks: [{ taskId: REF.taskId, label: null }],
      batch: null,
    });
  return { clock, asked, open, tabs, add };
}

const problemOf = (engine: Engine): ProblemKind | undefined =>
  engine.answers.get(REF).problem?.kind;

describe('a look-up path that a person says', () => {
  it('has the tasks that found no route asked again at once', async () => {
    const { clock, asked, open, add } = browser('/studio/films');
    const engine = await open();
    await add(engine);
    await clock.advance(10 * 60_000);
    expect(problemOf(engine)).toBe('wrong_base');
    const before = asked.length;
    engine.setLookUpPath(BASE, PATH);
    await clock.advance(1000);
    expect(asked.slice(before)).toEqual(['/studio/films?name=video_1']);
    expect(engine.answers.get(REF)).toMatchObject({
      problem: null,
      task: { state: 'running' },
    });
  });

  it('is heard by the tab that asks, whichever tab it is said in', async () => {
    const { clock, asked, open, add } = browser('/studio/films');
    const [leader, other] = [await open(), await open()];
    await add(leader);
    await clock.advance(10 * 60_000);
    expect(other.status.getState().leading).toBe(false);
    const before = asked.length;
    other.setLookUpPath(BASE, PATH);
    await clock.advance(1000);
    expect(asked.slice(before)).toEqual(['/studio/films?name=video_1']);
    expect(leader.lookUpPaths.getState().paths.get(BASE)).toBe(PATH);
    expect(problemOf(other)).toBeUndefined();
  });

  it('is remembered until the usual one is wanted again', async () => {
    const { open, tabs } = browser('/studio/films');
    (await open()).setLookUpPath(BASE, PATH);
    await vi.waitFor(async () =>
      expect([...(await open()).lookUpPaths.getState().paths]).toEqual([[BASE, PATH]]),
    );
    tabs.at(-1)?.setLookUpPath(BASE, '/v1/videos/{id}');
    expect(tabs.at(-1)?.lookUpPaths.getState().paths.size).toBe(0);
    await vi.waitFor(async () => expect((await open()).lookUpPaths.getState().paths.size).toBe(0));
  });

  it('is where the bytes of a video are asked for as well, where the id ends it', async () => {
    const { clock, asked, open, add } = browser('/studio/films');
    const engine = await open();
    engine.setLookUpPath(BASE, '/studio/films/{id}');
    await add(engine);
    await clock.advance(1000);
    await engine.videos.openContent(REF, new AbortController().signal);
    expect(asked).toEqual(['/studio/films/video_1', '/studio/films/video_1/content']);
  });

  it('is the only one that the first check asks', async () => {
    const { asked, open } = browser('/v1/videos');
    const engine = await open();
    const request = { base: BASE, apiKey: 'sk-one-1234567890abcd', taskId: null };
    const { signal } = new AbortController();
    expect(await engine.firstCheck({ ...request, path: PATH }, signal)).toMatchObject({
      verdict: 'no_service',
    });
    expect(asked).toEqual(['/studio/films?name=rushes-first-check']);
    expect(await engine.firstCheck({ ...request, path: null }, signal)).toMatchObject({
      verdict: 'works',
    });
  });
});

describe('a look-up path that was found', () => {
  it('is told to the other tabs, for the videos they get', async () => {
    const { clock, open, add } = browser('/v1/video/query');
    const [leader, other] = [await open(), await open()];
    await add(leader);
    await clock.advance(5000);
    expect(other.lookUpPaths.getState().paths.get(BASE)).toBe('/v1/video/query?id={id}');
  });
});
