import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { boundedColumns, isBoundedColumns, PASTED_LIMITS } from '~/core/tracked';
import { aTracked } from '~test/builders';
import * as fc from '~test/properties';

import { storedOf, trackedOf, trackedSchema } from './tracked-row';

/** The schema of the build before this one, as it was. */
const text = v.nullable(v.string());
const number = v.nullable(v.pipe(v.number(), v.finite()));
const before = v.object({
  base: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s]+$/i)),
  taskId: v.pipe(v.string(), v.minLength(1)),
  connectionId: text,
  otherConnectionIds: v.array(v.string()),
  label: text,
  batch: text,
  addedAt: v.number(),
  seenAt: number,
  pickedAt: v.optional(number, null),
});

const full = aTracked({
  label: 'Lighthouse 1',
  batch: { id: 'b1', name: 'Friday' },
  shot: 'SH010 Lighthouse',
  columns: { Client: 'Söhne', 备注: '再试' },
  note: 'hero for the cut',
  tags: ['Social', '竖屏'],
});
const read = (row: unknown) => trackedOf(v.parse(trackedSchema, row));

describe('a stored task', () => {
  it('comes back as it was', () => {
    expect(read(storedOf(full))).toEqual(full);
    const unnamed = aTracked({ batch: { id: 'b2', name: null } });
    expect(read(storedOf(unnamed))).toEqual(unnamed);
  });

  it('is readable for the build before, which finds the name of the batch where it looks for it', () => {
    expect(v.parse(before, storedOf(full))).toMatchObject({
      label: 'Lighthouse 1',
      batch: 'Friday',
    });
    expect(v.is(before, storedOf(aTracked({ batch: { id: 'b2', name: null } })))).toBe(true);
  });

  it('of the build before has no shot, columns, note or tags, and stays in its batch', () => {
    const old = v.parse(before, storedOf(full));
    const [one, two] = [read(old), read({ ...old, taskId: 'task_2' })];
    expect(one).toMatchObject({
      shot: null,
      columns: {},
      note: null,
      tags: [],
      batch: { name: 'Friday' },
    });
    expect(two.batch).toEqual(one.batch);
    expect(read({ ...old, batch: 'Monday' }).batch?.id).not.toBe(one.batch?.id);
    expect(read({ ...old, batch: null }).batch).toBeNull();
  });

  it('that a tab with the build before has changed loses nothing here', () => {
    const theirs = { ...v.parse(before, storedOf(full)), label: 'Renamed there', pickedAt: null };
    const after = trackedOf(v.parse(trackedSchema, theirs), { ...full, pickedAt: 7 });
    expect(after).toEqual({ ...full, label: 'Renamed there', pickedAt: null });
    expect(trackedOf({ ...theirs, batch: 'Monday' }, full).batch).toEqual({
      id: 'name:Monday',
      name: 'Monday',
    });
  });

  it.each([
    ['a list', ['a']],
    ['a cell that is no text', { Client: { toString: 'x' } }],
    ['a cell that is too long', { Client: 'x'.repeat(PASTED_LIMITS.cell + 1) }],
    ['a heading that is too long', { ['x'.repeat(PASTED_LIMITS.heading + 1)]: 'a' }],
    ['too many columns', Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`c${n}`, 'a']))],
    ['null', null],
  ])('is not read with %s for columns', (_, columns) => {
    expect(v.is(trackedSchema, { ...storedOf(full), columns })).toBe(false);
  });

  it('whose note was deleted in another tab has none here', () => {
    expect(trackedOf({ ...storedOf(full), note: null, tags: [] }, full)).toMatchObject({
      note: null,
      tags: [],
    });
  });

  it.each([
    ['a note that is no text', { note: 5 }],
    ['a note that is too long', { note: 'x'.repeat(PASTED_LIMITS.note + 1) }],
    ['tags that are no list', { tags: { length: 0 } }],
    ['a tag that is no text', { tags: [['a']] }],
    ['a tag that is too long', { tags: ['x'.repeat(PASTED_LIMITS.tag + 1)] }],
    ['too many tags', { tags: Array.from({ length: PASTED_LIMITS.tags + 1 }, (_, n) => `t${n}`) }],
  ])('is not read with %s', (_, change) => {
    expect(v.is(trackedSchema, { ...storedOf(full), ...change })).toBe(false);
  });

  it('is not read with a shot that is no text, or too long', () => {
    for (const shot of [5, {}, 'x'.repeat(PASTED_LIMITS.shot + 1)])
      expect(v.is(trackedSchema, { ...storedOf(full), shot })).toBe(false);
  });
});

describe('columns', () => {
  it('from any paste can be stored and read again', () => {
    const cell = fc.oneof(fc.string(), fc.string({ minLength: 2500, maxLength: 2600 }));
    const heading = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '1', ' '));
    fc.assert(
      fc.property(fc.dictionary(heading, cell, { maxKeys: 80 }), (columns) => {
        const bounded = boundedColumns(columns);
        expect(isBoundedColumns(bounded)).toBe(true);
        expect(read(structuredClone(storedOf(aTracked({ columns: bounded })))).columns).toEqual(
          bounded,
        );
      }),
    );
  });

  it('without text are none', () => {
    expect(boundedColumns({ Client: ' Söhne ', note: '  ', '': 'x' })).toEqual({ Client: 'Söhne' });
  });
});
