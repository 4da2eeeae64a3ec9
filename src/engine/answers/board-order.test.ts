import { describe, expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import { SHOWS, SORTS } from '~/core/standing';
import { TASK_STATES, type LookUpProblem } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { anAnswer, aTracked, NOW, serviceKeys } from '~test/builders';
import * as fc from '~test/properties';

import { ranksInColumn } from './column-order';
import { createBoardOrder, type Arranged, type BoardView, type Placed } from './board-order';
import { cardOf, type CardFacts } from './card-of';
import { arrange, choicesAnew } from './test-arrange';

const DEFAULT_VIEW: BoardView = { show: 'all', sort: 'newest', query: '', filters: {} };
const ASKED = ['picked', 'tag', 'reason'] as const;
const notUsual = () => null;

function card(tracked: Partial<TrackedTask>, answer: Answer): CardFacts {
  return cardOf(aTracked(tracked), answer, serviceKeys());
}

function problem(kind: LookUpProblem['kind']): Partial<Answer> {
  return { problem: { kind, message: null, httpStatus: null, retryAfterMs: null } };
}

function arranged(cards: readonly CardFacts[], view: Partial<BoardView> = {}): Arranged {
  const order = createBoardOrder(notUsual);
  order.sortByColumns(ranksInColumn);
  order.change(
    cards.map((one, place) => ({ card: one, place })),
    [],
  );
  return order.arranged({ ...DEFAULT_VIEW, ...view }, NOW);
}

function ids(cards: readonly CardFacts[], view: Partial<BoardView>): string[] {
  const byKey = new Map(cards.map((one) => [one.key, one.tracked.taskId]));
  return arranged(cards, view).keys.map((key) => byKey.get(key) ?? '');
}

const board = [
  card({ taskId: 'waits', addedAt: 1 }, anAnswer({ state: 'queued' })),
  card({ taskId: 'runs', addedAt: 2 }, anAnswer({ state: 'running', progress: 40 })),
  card({ taskId: 'ready', addedAt: 3 }, anAnswer({ state: 'completed', prompt: 'A Red bicycle' })),
  card({ taskId: 'failed', addedAt: 4 }, anAnswer({ state: 'failed' })),
  card({ taskId: 'refused', addedAt: 5 }, anAnswer(null, problem('auth'))),
];

test('the filter counts each card once besides All', () => {
  expect(arranged(board).counts).toEqual({ all: 5, running: 2, ready: 1, attention: 2 });
});

describe('the search', () => {
  test('finds all words, in whatever case, in prompt, id, name, model, batch, shot and columns', () => {
    expect(ids(board, { query: 'red BICYCLE' })).toEqual(['ready']);
    expect(ids(board, { query: 'red boat' })).toEqual([]);
    const named = [
      card(
        {
          label: '海边日落',
          batch: { id: 'b1', name: 'Monday' },
          shot: 'SH010 Lighthouse',
          columns: { Client: 'Müller & Söhne', 备注: '再试一次' },
        },
        anAnswer({ model: 'Sora-2' }),
      ),
    ];
    const found = ['日落', 'monday', 'sora', 'task_1', '  ', 'ＳＯＲＡ', 'sh010 söhne', '再试'];
    for (const query of found) expect(ids(named, { query })).toEqual(['task_1']);
    // A heading is not said of this task alone, and an id is for machines.
    for (const query of ['client', 'b1']) expect(ids(named, { query })).toEqual([]);
  });
});

describe('the order', () => {
  test('is newest first, a batch as it was pasted', () => {
    const batch = [
      card({ taskId: 'old', addedAt: 1000 }, anAnswer(null)),
      card({ taskId: 'first', addedAt: 2000 }, anAnswer(null)),
      card({ taskId: 'second', addedAt: 2000.001 }, anAnswer(null)),
    ];
    expect(ids(batch, {})).toEqual(['first', 'second', 'old']);
    expect(ids(batch, { sort: 'oldest' })).toEqual(['old', 'first', 'second']);
  });

  test('does not change when a task finishes', () => {
    const finished = board.map(({ tracked }) => card(tracked, anAnswer({ state: 'completed' })));
    expect(ids(finished, {})).toEqual(ids(board, {}));
  });

  test('by what is ready soonest begins with what runs', () => {
    const soonest = ['runs', 'waits', 'ready', 'refused', 'failed'];
    expect(ids(board, { sort: 'soonest' })).toEqual(soonest);
  });

  test('by state begins with what needs the person', () => {
    expect(ids(board, { sort: 'state' })).toEqual(['refused', 'failed', 'runs', 'waits', 'ready']);
  });
});

describe('the order by a column', () => {
  const NONE = anAnswer(null);
  const rows = [
    card({ taskId: 'a', shot: 'SH10', columns: { Client: 'Lumen' }, addedAt: 1 }, NONE),
    card({ taskId: 'b', shot: null, pickedAt: 5, addedAt: 2 }, NONE),
    card({ taskId: 'c', shot: 'SH2', columns: { Client: 'atlas' }, addedAt: 3 }, NONE),
    card({ taskId: 'd', shot: 'SH2', columns: {}, addedAt: 4 }, NONE),
  ];

  test('goes by what people read, with equal and empty cells newest first', () => {
    expect(ids(rows, { sort: 'up:shot' })).toEqual(['d', 'c', 'a', 'b']);
    expect(ids(rows, { sort: 'up:column:Client' })).toEqual(['c', 'a', 'd', 'b']);
    expect(ids(rows, { sort: 'up:picked' })[0]).toBe('b');
  });

  test('has empty cells last from the other end too', () => {
    expect(ids(rows, { sort: 'down:shot' })).toEqual(['a', 'd', 'c', 'b']);
    expect(ids(rows, { sort: 'down:added' })).toEqual(['d', 'c', 'b', 'a']);
    expect(ids(rows, { sort: 'up:column:constructor' })).toEqual(['d', 'c', 'b', 'a']);
  });
});

describe('after any changes', () => {
  const answers = fc.record({
    state: fc.constantFrom(...TASK_STATES),
    progress: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    prompt: fc.constantFrom(null, 'a red boat', 'a blue boat', 'red'),
  });
  const tasks = fc.record({
    taskId: fc.integer({ min: 0, max: 30 }).map((n) => `task_${n}`),
    addedAt: fc.integer({ min: 0, max: 5 }),
    label: fc.constantFrom(null, 'Boat', 'Red'),
    tags: fc.subarray(['social', 'hero']),
    pickedAt: fc.constantFrom(null, 5),
  });
  const view = fc.record({
    show: fc.constantFrom(...SHOWS),
    sort: fc.constantFrom(...SORTS, 'up:name', 'down:status'),
    query: fc.constantFrom('', 're', 'red', 'boat re', 'task_1'),
    filters: fc.record(
      {
        picked: fc.constant(['yes']),
        tag: fc.subarray(['social', 'hero'], { minLength: 1 }),
        reason: fc.constantFrom(['unknown'], ['unknown', 'cancelled']),
      },
      { requiredKeys: [] },
    ),
  });
  /** Some look-ups, some removals, and what is then looked at, later. */
  const steps = fc.array(
    fc.record({
      cards: fc.array(fc.tuple(tasks, answers), { maxLength: 5 }),
      removed: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 2 }),
      view: fc.option(view, { nil: null }),
      later: fc.constantFrom(0, 0, 5000, 90_000),
    }),
    { maxLength: 12 },
  );
  /** A board so large that its cards are placed one by one. */
  const many = Array.from({ length: 100 }, (_, index) =>
    card({ taskId: `other_${index}`, addedAt: index % 7 }, anAnswer({ state: 'completed' })),
  );
  /** Some are due long before others: once its time is up, a task is no longer the soonest. */
  const usualOf = ({ addedAt }: TrackedTask) => {
    const usual = 20_000 + addedAt * 60_000;
    return {
      running: null,
      total: { p10: usual * 0.8, p50: usual, p90: usual * 1.2, count: 9 },
      stages: {},
      lineEnd: null,
    };
  };

  test('the board is as if all of it were arranged anew, and the same object if nothing changed', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (made, large) => {
        const order = createBoardOrder(usualOf);
        order.sortByColumns(ranksInColumn);
        const model = new Map<string, Placed>();
        let place = 0;
        let looked = DEFAULT_VIEW;
        let now = NOW;
        const change = (cards: readonly CardFacts[], removed: readonly string[]): void => {
          const gone = removed.filter((key) => model.has(key));
          for (const key of gone) model.delete(key);
          const placed = cards.map((one) => ({
            card: one,
            place: model.get(one.key)?.place ?? (place += 1),
          }));
          for (const one of placed) model.set(one.card.key, one);
          order.change(placed, gone);
        };
        if (large) change(many, []);
        for (const { cards, removed, view: wanted, later } of made) {
          now += later;
          const named = new Map(
            cards.map(([task, said]) => [task.taskId, card(task, anAnswer(said))]),
          );
          change(
            [...named.values()],
            removed.map((n) => card({ taskId: `task_${n}` }, anAnswer(null)).key),
          );
          looked = wanted ?? looked;
          const seen = order.arranged(looked, now);
          expect(seen).toEqual(arrange([...model.values()], looked, usualOf, now));
          expect(order.choices(looked, ASKED)).toEqual(
            choicesAnew([...model.values()], looked, usualOf, now, ASKED),
          );
          expect(order.choices({ ...looked }, ASKED)).toBe(order.choices(looked, ASKED));
          change([...named.values()].slice(0, 1), []);
          expect(order.arranged({ ...looked }, now)).toBe(seen);
        }
      }),
    );
  });
});

test('a look-up that changes no place, count or filter leaves the same board', () => {
  const order = createBoardOrder(notUsual);
  order.sortByColumns(ranksInColumn);
  const cards = board.map((one, place) => ({ card: one, place }));
  order.change(cards, []);
  const before = order.arranged(DEFAULT_VIEW, NOW);
  const [, runs] = board;
  const further = card(runs?.tracked ?? {}, anAnswer({ state: 'running', progress: 60 }));
  order.change([{ card: further, place: 1 }], []);
  expect(order.arranged(DEFAULT_VIEW, NOW + 5000)).toBe(before);
});

test('two cards that change places in the counts are told, for the same numbers stand for others', () => {
  const order = createBoardOrder(notUsual);
  order.sortByColumns(ranksInColumn);
  order.change(
    board.map((one, place) => ({ card: one, place })),
    [],
  );
  const before = order.arranged(DEFAULT_VIEW, NOW);
  const swapped = (index: number, state: 'running' | 'completed'): Placed => ({
    card: card(board[index]?.tracked ?? {}, anAnswer({ state })),
    place: index,
  });
  order.change([swapped(1, 'completed'), swapped(2, 'running')], []);
  const after = order.arranged(DEFAULT_VIEW, NOW);
  expect(after).toEqual(before);
  expect(after).not.toBe(before);
  expect(after.keys).toBe(before.keys);
});
