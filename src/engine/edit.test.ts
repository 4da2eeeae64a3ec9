import { describe, expect, it } from 'vitest';

import { boundedColumns, boundedNote, boundedTags, type TrackedTask } from '~/core/tracked';
import { aTracked } from '~test/builders';
import * as fc from '~test/properties';

import { edited, withoutEdit, type TaskEdit } from './edit';

const word = fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__', '竖屏');
const text = fc.option(word);
const fields: { [F in keyof Required<TaskEdit>]: fc.Arbitrary<TrackedTask[F]> } = {
  label: text,
  batch: fc.option(fc.record({ id: word, name: text })),
  shot: text,
  columns: fc.dictionary(word, word).map(boundedColumns),
  note: text.map(boundedNote),
  tags: fc.array(word).map(boundedTags),
  pickedAt: fc.option(fc.nat(3)),
};
const task = fc.record(fields).map(aTracked);
const change: fc.Arbitrary<TaskEdit> = fc.record(fields, { requiredKeys: [] });

describe('an edit', () => {
  it('says what it was told, and nothing else', () => {
    fc.assert(
      fc.property(task, change, (before, edit) => {
        expect(edited(before, edit)).toEqual({ ...before, ...edit });
      }),
    );
  });

  it('that changes nothing leaves the task as it is, so that nobody is told', () => {
    fc.assert(
      fc.property(task, (before) => {
        expect(edited(before, structuredClone(before))).toBe(before);
      }),
    );
  });

  it('stores no text that could not be read again', () => {
    const long = 'x'.repeat(5000);
    const tags = [long, ...Array.from({ length: 99 }, (_, n) => ` tag  ${n} `), 'tag 1'];
    const after = edited(aTracked(), { shot: long, note: ` ${long}`, tags, columns: { a: long } });
    expect(after.shot).toHaveLength(200);
    expect(after.note).toHaveLength(2000);
    expect(after.columns['a']).toHaveLength(2000);
    expect(after.tags).toHaveLength(30);
    expect(after.tags.slice(1, 3)).toEqual(['tag 0', 'tag 1']);
    expect(edited(after, { note: ' ', shot: '' })).toMatchObject({ note: null, shot: null });
  });
});

describe('taking an edit back', () => {
  it('restores the task exactly', () => {
    fc.assert(
      fc.property(task, change, (before, edit) => {
        const after = edited(before, edit);
        expect(withoutEdit(after, before, after)).toEqual(before);
        // As it comes from another tab.
        expect(withoutEdit(structuredClone(after), before, after)).toEqual(before);
      }),
    );
  });

  it('leaves what else was changed since', () => {
    fc.assert(
      fc.property(task, change, change, (before, edit, later) => {
        const others = Object.keys(later).filter((field) => !(field in edit));
        const meanwhile = Object.fromEntries(
          others.map((field) => [field, later[field as keyof TaskEdit]]),
        ) as TaskEdit;
        const after = edited(before, edit);
        const now = { ...edited(after, meanwhile), seenAt: 5, connectionId: 'other' };
        expect(withoutEdit(now, before, after)).toEqual({
          ...edited(before, meanwhile),
          seenAt: 5,
          connectionId: 'other',
        });
      }),
    );
  });

  it('leaves a field that was changed again', () => {
    const before = aTracked({ label: 'one', note: 'first' });
    const after = edited(before, { label: 'two', note: 'second' });
    expect(withoutEdit({ ...after, note: 'third' }, before, after)).toEqual({
      ...before,
      note: 'third',
    });
  });

  it('leaves the tags and cells of others', () => {
    const before = aTracked({ tags: ['old'], columns: { Client: 'Lumen', Take: '1' } });
    const after = edited(before, { tags: ['new'], columns: { Client: 'Atlas', Take: '1' } });
    const now = edited(after, {
      tags: ['new', 'theirs'],
      columns: { Client: 'Atlas', Take: '2', Place: 'roof' },
    });
    expect(withoutEdit(now, before, after)).toMatchObject({
      tags: ['theirs', 'old'],
      columns: { Client: 'Lumen', Take: '2', Place: 'roof' },
    });
  });
});
