import { expect, test } from 'vitest';

import type { BoardIndex } from '~/engine/answers/board-index';
import { cardOf } from '~/engine/answers/card-of';
import { anAnswer, aTracked } from '~test/builders';

import { findOffers } from './find-offers';

const CARDS = new Map(
  Array.from({ length: 10_000 }, (_, n) => {
    const tracked = aTracked({
      taskId: `task_${n}`,
      label: `take ${n}`,
      shot: `SH${n % 1000} Été`,
    });
    const card = cardOf(tracked, anAnswer({}), { loss: null, several: false, team: false });
    return [card.key, card];
  }),
);
const board = { card: (key: string) => CARDS.get(key) } as unknown as BoardIndex;
const COMMANDS = Array.from({ length: 200 }, (_, n) => ({
  id: `${n}`,
  label: `Filter: Tag: ete ${n}`,
  icon: 'tag' as const,
  run: () => {},
}));
const find = (query: string) => findOffers(query, COMMANDS, board, CARDS.keys());

test('what is found among 10,000 tasks is bounded, whatever is asked for', () => {
  for (const query of ['', 'e', 'take', 'SH', 'ETE'])
    for (const list of Object.values(find(query))) expect(list.length).toBeLessThanOrEqual(60);
  expect(find('ete').tasks).toHaveLength(20);
  expect(find('').tasks).toEqual([]);
});

test('the last of 10,000 is found by its name, its shot or its id', () => {
  for (const query of ['take 9999', 'TASK_9999'])
    expect(find(query).tasks.map(({ label }) => label)).toEqual(['take 9999']);
  expect(find('sh999 ete').shots.map(({ label }) => label)).toEqual(['SH999 Été']);
});
