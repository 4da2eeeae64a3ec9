import { describe, expect, it } from 'vitest';

import type { Connection } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';

import { chooseKey } from './keys';

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
  changedAt: null,
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
