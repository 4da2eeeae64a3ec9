import { describe, expect, it } from 'vitest';

import { partsOf } from '~/core/said-at';
import { boundedColumns, boundedNote, boundedTags, type TrackedTask } from '~/core/tracked';
import { edited, editedAt } from '~/engine/edit';
import { aTracked } from '~test/builders';
import * as fc from '~test/properties';

import { mergeTasks, takeOver } from './merge-tasks';

const word = fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__', '竖屏', 'é');
const few = fc.nat(3);
const said = {
  label: fc.option(word),
  batch: fc.option(fc.record({ id: word, name: fc.option(word) })),
  shot: fc.option(word),
  columns: fc.dictionary(word, word).map(boundedColumns),
  note: fc.option(word).map(boundedNote),
  tags: fc.array(word).map(boundedTags),
  pickedAt: fc.option(few),
};
const change = fc.tuple(fc.record(said, { requiredKeys: [] }), few);
/** As it was added, in this build or one that knew one time for all of a task, and changed by a person since. */
const task = fc
  .tuple(
    fc.record({ ...said, addedAt: few, seenAt: fc.option(few), changedAt: fc.option(few) }),
    fc.array(change, { maxLength: 4 }),
  )
  .map(([added, changes]) =>
    changes.reduce(
      (before, [edit, at]) => editedAt(before, edited(before, edit), at),
      aTracked(added),
    ),
  );

/** All that a task says and when it did so, whatever order its tags and cells are in. */
function all({ tags, addedAt, seenAt, changedAt, ...more }: TrackedTask) {
  const parts = [...partsOf({ ...more, changedAt })].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { parts, tags: tags.toSorted(), addedAt, seenAt, changedAt };
}

describe('merging boards', () => {
  it('says the same in either order', () => {
    fc.assert(
      fc.property(task, task, (a, b) => {
        expect(all(mergeTasks(a, b))).toEqual(all(mergeTasks(b, a)));
      }),
      fc.runs(2000),
    );
  });

  it('says the same of three, whichever are merged first', () => {
    fc.assert(
      fc.property(task, task, task, (a, b, c) => {
        const said = all(mergeTasks(mergeTasks(a, b), c));
        expect(all(mergeTasks(a, mergeTasks(b, c)))).toEqual(said);
        expect(all(mergeTasks(mergeTasks(c, a), b))).toEqual(said);
      }),
      fc.runs(500),
    );
  });

  it('leaves the task itself when it is done again, so that nobody is told', () => {
    fc.assert(
      fc.property(task, task, (a, b) => {
        const once = mergeTasks(a, b);
        expect(mergeTasks(once, b)).toBe(once);
        expect(mergeTasks(once, a)).toBe(once);
        expect(mergeTasks(a, structuredClone(a))).toBe(a);
      }),
      fc.runs(2000),
    );
  });

  it('takes nothing away that only one of them says, and makes nothing up', () => {
    fc.assert(
      fc.property(task, task, (a, b) => {
        const [mine, theirs, both] = [a, b, mergeTasks(a, b)].map(partsOf);
        expect(new Set(both?.keys())).toEqual(
          new Set([...(mine ?? []), ...(theirs ?? [])].map(([part]) => part)),
        );
        for (const [part, one] of both ?? [])
          expect([mine?.get(part), theirs?.get(part)]).toContainEqual(one);
      }),
    );
  });

  it('keeps of each part what was said last, though another part was changed later elsewhere', () => {
    const added = aTracked({ label: 'take 2', columns: { Client: 'Lumen', Take: '2' } });
    const at = (time: number, change: Partial<TrackedTask>, before = added) =>
      editedAt(before, edited(before, change), time);
    const here = at(5, { label: 'Harbour', note: 'Too dark' });
    const there = at(
      9,
      { pickedAt: 9 },
      at(3, { label: 'Hafen', columns: { Client: 'Atlas', Take: '2' }, tags: ['night'] }),
    );
    expect(mergeTasks(here, there)).toMatchObject({
      label: 'Harbour',
      note: 'Too dark',
      columns: { Client: 'Atlas', Take: '2' },
      tags: ['night'],
      pickedAt: 9,
      changedAt: 9,
    });
  });

  it('goes by the one time that a build knew which had no more, also after that build has changed it again', () => {
    const mine = { ...aTracked({ label: 'Harbour' }), changedAt: 7, saidAt: { of: 2, label: 2 } };
    const theirs = editedAt(aTracked(), edited(aTracked(), { label: 'Hafen' }), 5);
    expect(mergeTasks(mine, theirs)).toMatchObject({ label: 'Harbour' });
    expect(mergeTasks(mine, { ...theirs, changedAt: 8 })).toMatchObject({ label: 'Hafen' });
  });

  it('leaves out the same tags and cells where there are more than can be stored', () => {
    const some = (name: string, n: number) => Array.from({ length: n }, (_, at) => `${name}${at}`);
    const one = (name: string) =>
      aTracked({
        tags: some(name, 20),
        columns: Object.fromEntries(some(name, 40).map((heading) => [heading, 'x'])),
      });
    const [a, b, c] = [one('a'), one('b'), one('c')];
    const said = all(mergeTasks(mergeTasks(a, b), c));
    expect(said.tags).toHaveLength(30);
    expect(said.parts).toHaveLength(50);
    expect(all(mergeTasks(c, mergeTasks(b, a)))).toEqual(said);
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
