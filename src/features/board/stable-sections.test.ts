import { expect, test } from 'vitest';

import * as fc from '~test/properties';

import { stableSections, type DrawnSections } from './stable-sections';

const all = (): boolean => true;
const drawn: DrawnSections = {
  view: '#/',
  total: 4,
  sections: [
    { id: 'sh1', keys: ['a', 'b'] },
    { id: 'sh2', keys: ['c'] },
  ],
};

test('under the pointer no card moves, not even to another group; what is new comes last in its own', () => {
  const wanted = {
    ...drawn,
    sections: [
      { id: 'sh3', keys: ['x'] },
      { id: 'sh2', keys: ['d', 'c', 'a'] },
      { id: 'sh1', keys: ['b'] },
    ],
  };
  expect(stableSections(drawn, wanted, true, all).sections).toEqual([
    { id: 'sh1', keys: ['a', 'b'] },
    { id: 'sh2', keys: ['c', 'd'] },
    { id: 'sh3', keys: ['x'] },
  ]);
  expect(stableSections(drawn, wanted, false, all)).toBe(wanted);
});

test('what was removed is gone at once, and its group with the last of it', () => {
  const wanted = { ...drawn, total: 3, sections: [{ id: 'sh1', keys: ['a', 'b'] }] };
  const next = stableSections(drawn, wanted, true, (key) => key !== 'c');
  expect(next.sections).toEqual([{ id: 'sh1', keys: ['a', 'b'] }]);
  expect(next.sections[0]).toBe(drawn.sections[0]);
});

test('what the person does applies at once: another view, and added tasks', () => {
  const other = {
    ...drawn,
    view: '#/?group=model',
    sections: [{ id: 'm', keys: ['a', 'b', 'c'] }],
  };
  expect(stableSections(drawn, other, true, all)).toBe(other);
  const more = { ...drawn, total: 5, sections: [{ id: 'sh1', keys: ['e', 'a', 'b'] }] };
  expect(stableSections(drawn, more, true, all)).toBe(more);
});

test('each card is drawn once, whatever moves meanwhile', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {
    maxLength: 8,
  });
  const sections = fc
    .tuple(keys, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }))
    .map(([cards, groups]) =>
      ['0', '1', '2', '3']
        .map((id) => ({ id, keys: cards.filter((_, index) => String(groups[index]) === id) }))
        .filter(({ keys: own }) => own.length > 0),
    );
  fc.assert(
    fc.property(sections, sections, fc.boolean(), (before, after, held) => {
      const next = stableSections(
        { view: '#/', total: 8, sections: before },
        { view: '#/', total: 8, sections: after },
        held,
        all,
      );
      const cards = next.sections.flatMap((section) => section.keys);
      expect(new Set(cards).size).toBe(cards.length);
      for (const { keys: own } of after) for (const key of own) expect(cards).toContain(key);
      expect(new Set(next.sections.map(({ id }) => id)).size).toBe(next.sections.length);
    }),
  );
});
