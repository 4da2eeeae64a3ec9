import { describe, expect, it } from 'vitest';

import { boundedColumns, boundedNote, boundedTags } from '~/core/tracked';
import { aTracked } from '~test/builders';
import * as fc from '~test/properties';

import { mergeTasks, takeOver } from './merge-tasks';

const word = fc.constantFrom('a', 'b', 'c', 'constructor', '竖屏', 'é');
const few = fc.nat(3);
const task = fc
  .record({
    label: fc.option(word),
    batch: fc.option(fc.record({ id: word, name: fc.option(word) })),
    shot: fc.option(word),
    columns: fc.dictionary(word, word).map(boundedColumns),
    note: fc.option(word).map(boundedNote),
    tags: fc.array(word).map(boundedTags),
    pickedAt: fc.option(few),
    addedAt: few,
    seenAt: fc.option(few),
    changedAt: fc.option(few),
  })
  .map(aTracked);

describe('merging two boards', () => {
  it('says the same in either order', () => {
    fc.assert(
      fc.property(task, task, (a, b) => {
        expect(mergeTasks(a, b)).toEqual(mergeTasks(b, a));
      }),
      fc.runs(2000),
    );
  });

  it('says no more when it is done again', () => {
    fc.assert(
      fc.property(task, task, (a, b) => {
        const once = mergeTasks(a, b);
        expect(mergeTasks(once, b)).toEqual(once);
        expect(mergeTasks(a, once)).toEqual(once);
        expect(mergeTasks(a, a)).toEqual(a);
      }),
      fc.runs(2000),
    );
  });

  it('keeps what was changed last, and loses nothing that only one of them says', () => {
    const here = aTracked({ label: 'Take two', note: 'Too dark', tags: ['sea'], changedAt: 5 });
    const there = aTracked({ label: 'Take 2', shot: 'SH010', tags: ['night'], changedAt: 9 });
    expect(mergeTasks(here, there)).toMatchObject({
      label: 'Take 2',
      shot: 'SH010',
      note: 'Too dark',
      tags: ['night', 'sea'],
    });
  });
});

describe('what is handed over', () => {
  it('adds a pick and a note to a card, and changes nothing that it says', () => {
    const mine = aTracked({ label: 'Mine', note: 'Too dark', addedAt: 7 });
    const theirs = aTracked({ label: 'Theirs', note: 'Client likes it', pickedAt: 3, addedAt: 1 });
    const after = takeOver(mine, theirs);
    expect(after).toEqual({ ...mine, note: 'Too dark\nClient likes it', pickedAt: 3 });
    expect(takeOver(after, theirs)).toEqual(after);
  });

  it('adds nothing the second time', () => {
    fc.assert(
      fc.property(task, task, (mine, theirs) => {
        const once = takeOver(mine, theirs);
        expect(takeOver(once, theirs)).toEqual(once);
      }),
    );
  });
});
