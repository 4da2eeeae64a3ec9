import { describe, expect, it } from 'vitest';

import type { Connection } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';

import { chooseKey, createRefusals } from './keys';

const connection = (id: string, addedAt: number, base = 'https://a.test'): Connection => ({
  kind: 'own',
  id,
  base,
  hint: 'sk-…',
  keep: 'tab',
  addedAt,
});
const task = (over: Partial<TrackedTask> = {}): TrackedTask => ({
  base: 'https://a.test',
  taskId: 'video_1',
  connectionId: 'one',
  otherConnectionIds: ['two'],
  label: null,
  batch: null,
  shot: null,
  columns: {},
  note: null,
  tags: [],
  addedAt: 0,
  seenAt: null,
  pickedAt: null,
  ...over,
});
const all = [
  connection('one', 1),
  connection('two', 2),
  connection('three', 3),
  connection('x', 9, 'https://b.test'),
];
const everyKey = (): boolean => true;

describe('chooseKey', () => {
  it('asks with the task’s own key first, then those it was pasted with, then the service’s others', () => {
    const tried = new Map();
    const order: (string | null)[] = [];
    for (;;) {
      const id = chooseKey(task(), all, everyKey, tried);
      order.push(id);
      if (id === null) break;
      tried.set(id, 'not_found');
    }
    expect(order).toEqual(['one', 'two', 'three', null]);
  });

  it('passes over keys that are gone or were refused', () => {
    expect(chooseKey(task(), all, (id) => id !== 'one', new Map())).toBe('two');
    expect(chooseKey(task({ connectionId: 'gone' }), all, everyKey, new Map())).toBe('two');
  });

  it('never uses a key of another service', () => {
    expect(
      chooseKey(task(), [connection('x', 9, 'https://b.test')], everyKey, new Map()),
    ).toBeNull();
  });
});

describe('refusals', () => {
  const S = 1000;

  it('takes a key that has answered nothing yet to be refused after three different tasks', () => {
    const refusals = createRefusals();
    expect(refusals.refused('one', 'a', 5, 0)).toBeNull();
    expect(refusals.refused('one', 'a', 5, 0)).toBeNull();
    expect(refusals.refused('one', 'b', 5, 0)).toBeNull();
    expect(refusals.refused('one', 'c', 5, 0)).toBe('key');
  });

  it('blames the task while its neighbours are accepted, however many are refused beside them', () => {
    const refusals = createRefusals();
    refusals.accepted('one', 'healthy', true, 0);
    for (const task of ['a', 'b', 'c', 'd']) {
      expect(refusals.refused('one', task, 0, 60 * S)).toBe('task');
    }
  });

  it('blames nothing where the last acceptance is long ago', () => {
    const refusals = createRefusals();
    refusals.accepted('one', 'healthy', true, 0);
    expect(refusals.refused('one', 'a', 1, 61 * S)).toBeNull();
  });

  it('knows that a key was withdrawn when the only task that it answered is refused', () => {
    const refusals = createRefusals();
    refusals.accepted('one', 'a', true, 0);
    expect(refusals.refused('one', 'a', 5, S)).toBe('key');
  });

  it('knows that a key was withdrawn when tasks that it answered are refused one after another', () => {
    const refusals = createRefusals();
    for (const task of ['a', 'b', 'c']) refusals.accepted('one', task, true, 0);
    expect(refusals.refused('one', 'a', 2, S)).toBe('task');
    expect(refusals.refused('one', 'b', 2, S)).toBe('key');
    expect(refusals.refused('one', 'c', 2, S)).toBe('key');
  });

  it('takes "no such task" as proof that the key was let in, but not that it knows the task', () => {
    const refusals = createRefusals();
    refusals.accepted('one', 'gone', false, 0);
    expect(refusals.refused('one', 'a', 1, S)).toBe('task');
    expect(refusals.refused('one', 'gone', 1, 61 * S)).toBeNull();
  });

  it('names those that were refused before the key was accepted, once', () => {
    const refusals = createRefusals();
    refusals.refused('one', 'a', 5, 0);
    refusals.refused('one', 'b', 5, 0);
    expect(refusals.accepted('one', 'b', true, S)).toEqual(['a']);
    expect(refusals.accepted('one', 'c', true, S)).toEqual([]);
  });

  it('believes the only task of a key at once, and a new key anew', () => {
    const refusals = createRefusals();
    expect(refusals.refused('one', 'a', 0, 0)).toBe('key');
    refusals.accepted('one', 'b', true, 0);
    refusals.forget('one');
    expect(refusals.refused('one', 'a', 0, 0)).toBe('key');
  });
});
