import { describe, expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import { NO_FILTERS } from '~/core/filters';
import type { GroupBy } from '~/core/group-by';
import { SHOWS, SORTS } from '~/core/standing';
import { TASK_STATES } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { anAnswer, aTracked, NOW, serviceKeys } from '~test/builders';
import * as fc from '~test/properties';

import { ranksInColumn } from './column-order';
import { createBoardOrder, type BoardView, type Placed } from './board-order';
import { cardOf, type CardFacts } from './card-of';
import { groupOf, NO_GROUP } from './group-of';
import { createGroups } from './groups';
import { arrange } from './test-arrange';

const VIEW: BoardView = { show: 'all', sort: 'newest', query: '', filters: NO_FILTERS };

function card(tracked: Partial<TrackedTask>, answer: Answer = anAnswer({})): CardFacts {
  return cardOf(aTracked(tracked), answer, serviceKeys());
}

describe('after any changes', () => {
  const answers = fc.record({
    state: fc.constantFrom(...TASK_STATES),
    progress: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    model: fc.constantFrom(null, 'sora-2', 'veo3'),
  });
  const tasks = fc.record({
    taskId: fc.integer({ min: 0, max: 30 }).map((n) => `task_${n}`),
    addedAt: fc.integer({ min: 0, max: 5 }),
    label: fc.constantFrom(null, 'red'),
    shot: fc.constantFrom(null, 'SH2', 'SH10', 'sh2 '),
    batch: fc.constantFrom(null, { id: 'b1', name: 'One' }, { id: 'b2', name: null }),
    columns: fc.constantFrom({}, { Client: 'Lumen' }, { Client: 'Atlas' }),
  });
  const look = fc.record({
    by: fc.constantFrom<GroupBy>(
      'none',
      'batch',
      'shot',
      'model',
      'day',
      'reason',
      'column:Client',
    ),
    show: fc.constantFrom(...SHOWS),
    sort: fc.constantFrom(...SORTS, 'up:shot', 'down:model'),
    query: fc.constantFrom('', 'red'),
  });
  const steps = fc.array(
    fc.record({
      cards: fc.array(fc.tuple(tasks, answers), { maxLength: 5 }),
      removed: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 2 }),
      look: fc.option(look, { nil: null }),
      later: fc.constantFrom(0, 0, 5000, 90_000),
    }),
    { maxLength: 12 },
  );
  const many = Array.from({ length: 100 }, (_, index) =>
    card(
      { taskId: `other_${index}`, addedAt: index % 7, shot: index % 3 ? `SH${index % 4}` : null },
      anAnswer({ state: 'completed' }),
    ),
  );
  /** Some are due long before others. */
  const usualOf = ({ addedAt }: TrackedTask) => {
    const usual = 20_000 + addedAt * 60_000;
    return {
      running: null,
      total: { p10: usual * 0.8, p50: usual, p90: usual * 1.2, count: 9 },
      stages: {},
      lineEnd: null,
    };
  };

  test('they are as if all cards were grouped anew: each card in one group, and the counts add up', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (made, large) => {
        const order = createBoardOrder(usualOf);
        order.sortByColumns(ranksInColumn);
        const groups = createGroups(order.follow);
        const model = new Map<string, Placed>();
        let place = 0;
        let by: GroupBy = 'shot';
        let view = VIEW;
        let now = NOW;
        const change = (cards: readonly CardFacts[], removed: readonly string[]): void => {
          const gone = removed.filter((key) => model.delete(key));
          const placed = cards.map((one) => ({
            card: one,
            place: model.get(one.key)?.place ?? (place += 1),
          }));
          for (const one of placed) model.set(one.card.key, one);
          order.change(placed, gone);
        };
        if (large) change(many, []);
        for (const { cards, removed, look: wanted, later } of made) {
          now += later;
          const named = new Map(
            cards.map(([task, said]) => [task.taskId, card(task, anAnswer(said))]),
          );
          change(
            [...named.values()],
            removed.map((n) => card({ taskId: `task_${n}` }).key),
          );
          if (wanted) {
            by = wanted.by;
            view = { ...VIEW, ...wanted };
          }
          order.arranged(view, now);
          const seen = groups.sections(by, view);
          const flat = arrange([...model.values()], view, usualOf, now);
          const all = arrange([...model.values()], { ...view, show: 'all' }, usualOf, now);
          const shown = grouped(flat.keys, by, model);
          const found = grouped(all.keys, by, model);
          expect(new Map(seen.map(({ id, keys }) => [id, keys]))).toEqual(shown);
          expect(seen.map(({ id }) => id)).toEqual(
            inOrder([...found.keys()], by, view).filter((id) => shown.has(id)),
          );
          for (const [id, keys] of found) {
            const facts = groups.facts(id);
            expect(facts?.total).toBe(keys.length);
            const { running, ready, attention, unseen } = facts?.standings ?? {};
            const counted = [running, ready, attention, unseen].map((count) => count ?? NaN);
            expect(counted.reduce((sum, count) => sum + count, 0)).toBe(keys.length);
            expect(facts?.standings.ready).toBe(
              keys.filter((key) => model.get(key)?.card.standing === 'ready').length,
            );
          }
        }
      }),
    );
  });

  const collator = new Intl.Collator(undefined, { numeric: true });

  /** @param ids in the order of their first cards */
  function inOrder(ids: readonly string[], by: GroupBy, { sort }: BoardView): string[] {
    const hasNames = by === 'shot' || by === 'model' || by.startsWith('column:');
    const named = ids.filter((id) => id !== NO_GROUP);
    const inTurn =
      hasNames && (/^(newest|oldest)$/.test(sort) || (sort.includes(':') && !sort.endsWith(by)))
        ? named.toSorted(collator.compare)
        : named;
    return ids.includes(NO_GROUP) ? [...inTurn, NO_GROUP] : inTurn;
  }
});

/** Said plainly: the cards of each group, in the board's order. */
function grouped(
  keys: readonly string[],
  by: GroupBy,
  model: ReadonlyMap<string, Placed>,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const one = model.get(key)?.card;
    const id = (one && groupOf(one, by)?.id) ?? NO_GROUP;
    const own = groups.get(id);
    if (own) own.push(key);
    else groups.set(id, [key]);
  }
  return groups;
}
