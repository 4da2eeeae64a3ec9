// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { refKey } from '~/core/answer';
import { boardIndexOf } from '~/engine/answers/board-index';

import type { Engine } from './engine';
import { createTestBrowser, TestChannel, type TestBrowser } from './test-browser';

const BASE = 'https://a.test';
const IDS = ['video_1', 'video_2', 'video_3', 'video_4'];
const [FIRST = '', SECOND = '', THIRD = ''] = IDS.map((taskId) => refKey({ base: BASE, taskId }));

let browser: TestBrowser;
let asked: string[];
beforeEach(async () => {
  vi.stubGlobal('BroadcastChannel', TestChannel);
  asked = [];
  browser = createTestBrowser((url) => {
    const id = url.pathname.split('/').at(-1) ?? '';
    asked.push(id);
    return Response.json({ id, status: 'in_progress', progress: 40 });
  });
  const before = await browser.open();
  await add(before, IDS);
  await browser.clock.advance(4000);
  before.stop();
});
afterEach(() => {
  browser.close();
  vi.unstubAllGlobals();
});

const add = (engine: Engine, ids: readonly string[]) =>
  engine.add({
    base: BASE,
    keys: ['sk-one-1234567890abcd'],
    keep: 'device',
    tasks: ids.map((taskId) => ({ taskId, label: null })),
    batch: null,
  });
const shown = (engine: Engine) =>
  [...engine.tracked.getState().tasks.values()].map(({ taskId }) => taskId);
/** A tab that has read these tasks; the rest it reads when it is told to. */
async function begin(first: readonly string[]) {
  let draw = (): void => {};
  const drawn = new Promise<void>((resolve) => (draw = resolve));
  const engine = await browser.open(first, drawn);
  const readRest = async (): Promise<void> => {
    draw();
    await vi.waitFor(() => expect(engine.tracked.getState().isWhole).toBe(true));
  };
  return { engine, readRest };
}

describe('a large board', () => {
  test('begins with its first cards, and has all of them in order in the end', async () => {
    const { engine, readRest } = await begin([SECOND]);
    expect(shown(engine)).toEqual(['video_2']);
    await readRest();
    expect(shown(engine)).toEqual(IDS);
    asked.length = 0;
    await browser.clock.advance(60_000);
    expect([...new Set(asked)].toSorted()).toEqual(IDS);
  });

  test('keeps what happened meanwhile: a new name, and a card removed', async () => {
    const { engine, readRest } = await begin([FIRST, SECOND]);
    engine.rename(FIRST, 'Harbour');
    engine.remove([SECOND]);
    await readRest();
    expect(shown(engine)).toEqual(['video_1', 'video_3', 'video_4']);
    expect(engine.tracked.getState().tasks.get(FIRST)?.label).toBe('Harbour');
  });

  test('adds no task twice that is still to be read', async () => {
    const { engine, readRest } = await begin([FIRST]);
    const adding = add(engine, ['video_3', 'video_9']);
    await readRest();
    expect(await adding).toMatchObject({ added: 1, known: 1 });
    expect(shown(engine)).toEqual([...IDS, 'video_9']);
  });

  test('hears of a change in another tab to a task that it had not read', async () => {
    const other = await browser.open();
    const { engine, readRest } = await begin([FIRST]);
    other.rename(THIRD, 'Harbour');
    await readRest();
    other.rename(THIRD, 'Lighthouse');
    await vi.waitFor(() =>
      expect(engine.tracked.getState().tasks.get(THIRD)?.label).toBe('Lighthouse'),
    );
  });

  test('says the numbers it was left with until it knows them', async () => {
    const standings = { running: 4, ready: 7, attention: 0, unseen: 0 };
    const lastCounts = { counts: { all: 11, ...standings }, standings };
    const { engine, readRest } = await begin([FIRST]);
    const board = boardIndexOf({ ...engine, lastCounts });
    const view = { show: 'all', sort: 'newest', query: '', filters: {} } as const;
    expect(board.standings()).toEqual(standings);
    expect(board.arranged(view, 0).counts.all).toBe(11);
    expect(board.arranged(view, 0)).toBe(board.arranged(view, 0));
    expect([...board.running()]).toEqual([]);
    await readRest();
    const { running, unseen, ...others } = board.standings();
    // Those that were not asked about before are asked by now, or not yet.
    expect(running + unseen).toBe(4);
    expect(others).toEqual({ ready: 0, attention: 0 });
    expect(board.arranged(view, 0)).toMatchObject({ counts: { all: 4 } });
    expect([...board.running()]).toHaveLength(running);
  });
});
