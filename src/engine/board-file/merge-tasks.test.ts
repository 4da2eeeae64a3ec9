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
  it('adds a pick, tags and a note to a card', () => {
    const mine = aTracked({ note: 'Too dark', tags: ['sea'] });
    const theirs = aTracked({ note: 'Client likes it', tags: ['night'], pickedAt: 3 });
    const note = 'Too dark\nClient likes it';
    expect(takeOver(mine, theirs)).toEqual({ note, tags: ['sea', 'night'], pickedAt: 3 });
  });

  it('takes nothing away, whenever it says it was changed, and adds nothing the second time', () => {
    fc.assert(
      fc.property(task, task, fc.constantFrom(null, 5, 1e300), (mine, theirs, changedAt) => {
        const once = takeOver(mine, aTracked({ ...theirs, changedAt }));
        expect(once.note ?? '').toMatch(new RegExp(`^${mine.note ?? ''}`));
        expect(once.tags.slice(0, mine.tags.length)).toEqual(mine.tags);
        expect(once.pickedAt).toBe(mine.pickedAt ?? theirs.pickedAt);
        expect(takeOver(once, theirs)).toEqual(once);
      }),
    );
  });
});
