import { describe, expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import { SHOWS, SORTS } from '~/core/standing';
import { TASK_STATES, type LookUpProblem } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { KeyLoss } from '~/engine/state';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { arrange, entryOf, type BoardView, type Entry } from './arrange';
import * as fc from '~test/properties';

const DEFAULT_VIEW: BoardView = { show: 'all', sort: 'newest', query: '' };
const notUsual = () => null;

function entry(tracked: Partial<TrackedTask>, answer: Answer, loss: KeyLoss | null = null): Entry {
  return entryOf(aTracked(tracked), answer, loss, notUsual);
}

function problem(kind: LookUpProblem['kind']): Partial<Answer> {
  return { problem: { kind, message: null, httpStatus: null, retryAfterMs: null } };
}

function ids(entries: readonly Entry[], view: Partial<BoardView>): string[] {
  return arrange(entries, { ...DEFAULT_VIEW, ...view }, NOW).entries.map(
    ({ tracked }) => tracked.taskId,
  );
}

const board = [
  entry({ taskId: 'waits', addedAt: 1 }, anAnswer({ state: 'queued' })),
  entry({ taskId: 'runs', addedAt: 2 }, anAnswer({ state: 'running', progress: 40 })),
  entry({ taskId: 'ready', addedAt: 3 }, anAnswer({ state: 'completed', prompt: 'A Red bicycle' })),
  entry({ taskId: 'failed', addedAt: 4 }, anAnswer({ state: 'failed' })),
  entry({ taskId: 'refused', addedAt: 5 }, anAnswer(null, problem('auth'))),
];

describe('the filter', () => {
  test('counts each card once besides All', () => {
    const { counts } = arrange(board, DEFAULT_VIEW, NOW);
    expect(counts).toEqual({ all: 5, running: 2, ready: 1, attention: 2 });
  });

  test('calls for attention where only the person can help', () => {
    const asked = { nextAt: NOW + 1000 };
    const stands = (answer: Answer, loss: KeyLoss | null = null) =>
      entry({}, answer, loss).standing;
    expect(stands(anAnswer(null, problem('not_found')))).toBe('attention');
    expect(stands(anAnswer(null, { ...problem('not_found'), ...asked }))).toBe('running');
    expect(stands(anAnswer({ state: 'running' }, { ...problem('network'), ...asked }))).toBe(
      'running',
    );
    expect(stands(anAnswer({ state: 'running' }), 'missing')).toBe('attention');
    expect(stands(anAnswer({ state: 'completed' }), 'missing')).toBe('ready');
    expect(stands(anAnswer({ state: 'cancelled' }))).toBe('attention');
  });
});

describe('the search', () => {
  test('finds all words, in whatever case, in prompt, id, name, model, batch, shot and columns', () => {
    expect(ids(board, { query: 'red BICYCLE' })).toEqual(['ready']);
    expect(ids(board, { query: 'red boat' })).toEqual([]);
    const named = [
      entry(
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
      entry({ taskId: 'old', addedAt: 1000 }, anAnswer(null)),
      entry({ taskId: 'first', addedAt: 2000 }, anAnswer(null)),
      entry({ taskId: 'second', addedAt: 2000.001 }, anAnswer(null)),
    ];
    expect(ids(batch, {})).toEqual(['first', 'second', 'old']);
    expect(ids(batch, { sort: 'oldest' })).toEqual(['old', 'first', 'second']);
  });

  test('does not change when a task finishes', () => {
    const finished = board.map(({ tracked }) => entry(tracked, anAnswer({ state: 'completed' })));
    expect(ids(finished, {})).toEqual(ids(board, {}));
  });

  test('by what is ready soonest begins with what runs', () => {
    expect(ids(board, { sort: 'soonest' })).toEqual([
      'runs',
      'waits',
      'ready',
      'refused',
      'failed',
    ]);
  });

  test('by state begins with what needs the person', () => {
    expect(ids(board, { sort: 'state' })).toEqual(['refused', 'failed', 'runs', 'waits', 'ready']);
  });

  test('never loses or doubles a card', () => {
    const cards = fc.array(
      fc.record({
        state: fc.constantFrom(...TASK_STATES),
        progress: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
        addedAt: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        cards,
        fc.constantFrom(...SHOWS),
        fc.constantFrom(...SORTS),
        (made, show, sort) => {
          const entries = made.map(({ addedAt, ...task }, index) =>
            entry({ taskId: String(index), addedAt }, anAnswer(task)),
          );
          const { counts, entries: shown } = arrange(entries, { ...DEFAULT_VIEW, show, sort }, NOW);
          expect(new Set(shown.map(({ key }) => key)).size).toBe(counts[show]);
          expect(counts.running + counts.ready + counts.attention).toBe(entries.length);
        },
      ),
    );
  });
});
