import { expect, it } from 'vitest';

import type { TaskState } from '~/core/task';
import { cardOf, type CardFacts } from '~/engine/answers/card-of';
import { anAnswer, aTracked, NOW, serviceKeys } from '~test/builders';
import * as fc from '~test/properties';

import { isTake, takesOf } from './takes';

const LINK = { kind: 'link', url: 'https://cdn.test/a.mp4' } as const;

interface Made {
  addedAt: number;
  picked: boolean;
  state: TaskState;
}

function aCard(
  taskId: string,
  { addedAt = NOW, picked = false, state = 'completed' }: Partial<Made> = {},
): CardFacts {
  const tracked = aTracked({ taskId, addedAt, pickedAt: picked ? NOW : null });
  const video = state === 'completed' ? LINK : null;
  return cardOf(tracked, anAnswer({ state, video }), serviceKeys());
}

const said = (cards: readonly CardFacts[]) => {
  const { first, isChosen } = takesOf(cards);
  return { first: first.map(({ tracked }) => tracked.taskId), isChosen };
};

it('compares all takes that are ready, if they are two to four', () => {
  const running = aCard('r', { state: 'running' });
  expect(said([aCard('a'), running, aCard('b')])).toEqual({ first: ['a', 'b'], isChosen: true });
});

it('begins with the picked ones, then the newest, and keeps the order of what was pasted together', () => {
  const cards = [
    aCard('old', { addedAt: NOW - 9000 }),
    aCard('new 1', { addedAt: NOW + 0.001 }),
    aCard('new 2', { addedAt: NOW + 0.002 }),
    aCard('pick', { addedAt: NOW - 99_000, picked: true }),
  ];
  const wanted = { first: ['pick', 'new 1', 'new 2', 'old'], isChosen: true };
  expect(said(cards)).toEqual(wanted);
  expect(said(cards.toReversed())).toEqual(wanted);
});

it('compares two to four picked ones of a larger group', () => {
  const others = ['a', 'b', 'c', 'd'].map((id) => aCard(id));
  const picked = ['p', 'q'].map((id) => aCard(id, { picked: true }));
  expect(said([...others, ...picked])).toEqual({ first: ['p', 'q'], isChosen: true });
});

it.each([
  ['none is picked', 0],
  ['one is picked', 1],
  ['five are picked', 5],
])('lets the person choose from more than four where %s', (_, picks) => {
  const cards = Array.from({ length: 7 }, (_one, at) => aCard(`t${at}`, { picked: at < picks }));
  expect(said(cards)).toEqual({ first: ['t0', 't1', 't2', 't3'], isChosen: false });
});

it('lets the person choose where fewer than two are ready', () => {
  expect(said([aCard('a'), aCard('r', { state: 'running' })])).toEqual({
    first: ['a'],
    isChosen: false,
  });
});

it('takes no video that the service refused to give', () => {
  const refused = cardOf(
    aTracked(),
    anAnswer({ state: 'completed', video: { kind: 'content' } }, { content: 'refused' }),
    serviceKeys(),
  );
  expect(isTake(refused)).toBe(false);
  expect(said([aCard('a'), refused]).first).toEqual(['a']);
});

it('only ever takes ready ones, each once, and leaves no picked one out for another', () => {
  const card = fc.record({
    picked: fc.boolean(),
    addedAt: fc.integer({ min: 0, max: 3 }),
    state: fc.constantFrom<TaskState>('completed', 'running', 'failed'),
  });
  fc.assert(
    fc.property(fc.array(card, { maxLength: 12 }), (made) => {
      const cards = made.map((one, at) => aCard(`t${at}`, one));
      const { first, isChosen } = takesOf(cards);
      const ready = cards.filter(isTake);
      expect(new Set(first).size).toBe(first.length);
      expect(first.every((one) => ready.includes(one))).toBe(true);
      expect(isChosen && first.length < 2).toBe(false);
      const isPicked = ({ tracked }: CardFacts) => tracked.pickedAt !== null;
      const left = ready.filter((one) => !first.includes(one));
      expect(left.some(isPicked) && !first.every(isPicked)).toBe(false);
    }),
  );
});
