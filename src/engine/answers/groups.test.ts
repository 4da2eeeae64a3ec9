import { describe, expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import { NO_FILTERS } from '~/core/filters';
import type { GroupBy } from '~/core/group-by';
import type { Sort } from '~/core/standing';
import type { TrackedTask } from '~/core/tracked';
import { anAnswer, aTracked, NOW, serviceKeys } from '~test/builders';

import { ranksInColumn } from './column-order';
import { createBoardOrder, type BoardView, type Placed } from './board-order';
import { cardOf, type CardFacts } from './card-of';
import { NO_GROUP } from './group-of';
import { createGroups, type Groups } from './groups';

const VIEW: BoardView = { show: 'all', sort: 'newest', query: '', filters: NO_FILTERS };

function card(tracked: Partial<TrackedTask>, answer: Answer = anAnswer({})): CardFacts {
  return cardOf(aTracked(tracked), answer, serviceKeys());
}

interface Board {
  groups: Groups;
  change: (cards: readonly Placed[], removed?: readonly string[]) => void;
  /** The groups with the ids of their cards. */
  seen: (by: GroupBy, view?: Partial<BoardView>) => [string, string[]][];
}

function aBoard(cards: readonly CardFacts[]): Board {
  const order = createBoardOrder(() => null);
  order.sortByColumns(ranksInColumn);
  const groups = createGroups(order.follow);
  order.change(
    cards.map((one, place) => ({ card: one, place })),
    [],
  );
  return {
    groups,
    change: (changed, removed = []) => order.change(changed, removed),
    seen(by, view = {}) {
      const wanted = { ...VIEW, ...view };
      order.arranged(wanted, NOW);
      return groups
        .sections(by, wanted)
        .map(({ id, keys }) => [
          id,
          keys.map((key) => order.get(key)?.card.tracked.taskId ?? 'none'),
        ]);
    },
  };
}

const takes = [
  card({ taskId: 'a', shot: 'SH10 Boat', addedAt: 1 }, anAnswer({ state: 'completed' })),
  card({ taskId: 'b', shot: 'SH2 Tea', addedAt: 2 }, anAnswer({ state: 'failed' })),
  card({ taskId: 'c', addedAt: 3 }),
  card({ taskId: 'd', shot: 'sh10  boat', addedAt: 4 }),
];

describe('the groups', () => {
  test('stand by name, SH2 before SH10, and what has no shot comes last', () => {
    const { seen, groups } = aBoard(takes);
    expect(seen('shot')).toEqual([
      ['sh2 tea', ['b']],
      ['sh10 boat', ['d', 'a']],
      [NO_GROUP, ['c']],
    ]);
    // The name is that of the first card: the person wrote all of them.
    expect(groups.facts('sh10 boat')).toMatchObject({ value: 'sh10 boat', total: 2 });
  });

  test('stand by their most urgent card where that is asked for', () => {
    const { seen } = aBoard(takes);
    const first = (sort: Sort) => seen('shot', { sort })[0]?.[0];
    expect([first('soonest'), first('state')]).toEqual(['sh10 boat', 'sh2 tea']);
  });

  test('stay by name where their cards are sorted by a column, unless they are made of it', () => {
    const { seen } = aBoard(takes);
    const first = (sort: Sort) => seen('shot', { sort })[0]?.[0];
    expect([first('up:added'), first('down:shot')]).toEqual(['sh2 tea', 'sh10 boat']);
  });

  test('stand in time if they are batches or days', () => {
    const batch = (id: string, name: string | null) => ({ batch: { id, name } });
    const { seen } = aBoard([
      card({ taskId: 'a', ...batch('1', 'Zebra'), addedAt: NOW }),
      card({ taskId: 'b', ...batch('2', 'Zebra'), addedAt: NOW - 86_400_000 }),
    ]);
    expect(seen('batch').map(([id]) => id)).toEqual(['1', '2']);
    expect(seen('batch', { sort: 'oldest' }).map(([id]) => id)).toEqual(['2', '1']);
    expect(seen('day').map(([id]) => id)).toEqual(['2026-11-23', '2026-11-22']);
  });

  test('count all their found cards, whatever the filter shows, and are gone without one to show', () => {
    const { seen, groups } = aBoard(takes);
    expect(seen('shot', { show: 'attention' })).toEqual([['sh2 tea', ['b']]]);
    expect(groups.facts('sh10 boat')).toMatchObject({
      total: 2,
      failed: 0,
      standings: { ready: 1, running: 1, attention: 0, unseen: 0 },
    });
    expect(seen('shot', { query: 'boat' }).map(([id]) => id)).toEqual(['sh10 boat']);
    expect(groups.facts('sh2 tea')).toBeUndefined();
  });

  test('are the same objects while an answer moves nothing', () => {
    const { seen, groups, change } = aBoard(takes);
    seen('shot');
    const before = [groups.sections('shot', VIEW), groups.facts('sh10 boat')];
    const further = anAnswer({ progress: 60 });
    change([{ card: card({ taskId: 'd', shot: 'sh10  boat', addedAt: 4 }, further), place: 3 }]);
    seen('shot');
    const after = [groups.sections('shot', VIEW), groups.facts('sh10 boat')];
    expect(after.map((one, index) => one === before[index])).toEqual([true, true]);
    expect(groups.cards('sh10 boat')[0]?.task?.progress).toBe(60);
  });

  test('of an answer that ends a task, only its own says something else', () => {
    const { seen, groups, change } = aBoard(takes);
    seen('shot');
    const before = ['sh10 boat', 'sh2 tea'].map(groups.facts);
    const ended = anAnswer({ state: 'completed' });
    change([{ card: card({ taskId: 'd', shot: 'sh10  boat', addedAt: 4 }, ended), place: 3 }]);
    seen('shot');
    const after = ['sh10 boat', 'sh2 tea'].map(groups.facts);
    expect(after.map((one, index) => one === before[index])).toEqual([false, true]);
    expect(after[0]?.standings.ready).toBe(2);
  });
});
