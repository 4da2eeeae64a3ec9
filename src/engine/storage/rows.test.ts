import 'fake-indexeddb/auto';
import { createStore, entries, set } from 'idb-keyval';
import { describe, expect, it } from 'vitest';

import { NO_ANSWER, refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';

import { openDb, type DbHealth } from './db';
import { createRows } from './rows';

let databases = 0;
const fresh = () => {
  const name = `rows-test-${++databases}`;
  const health: DbHealth[] = [];
  const db = openDb(name, (state) => health.push(state));
  return { name, db, health, rows: createRows(db, () => 5000) };
};
const tracked = (taskId: string): TrackedTask => ({
  base: 'https://a.test',
  taskId,
  connectionId: 'one',
  otherConnectionIds: [],
  label: null,
  batch: null,
  shot: null,
  columns: {},
  note: null,
  tags: [],
  addedAt: 1000,
  seenAt: null,
  pickedAt: null,
  changedAt: null,
});
const keyOf = (taskId: string): string => refKey(tracked(taskId));

describe('rows', () => {
  it('gives back what was put, also for ids with blanks and colons', async () => {
    const { db, rows } = fresh();
    const task = tracked('sora-2:task 01');
    await rows.putTracked([task]);
    rows.putAnswer(task, { ...NO_ANSWER, askedAt: 7 });
    await rows.flush();
    const found = await createRows(db, () => 0).load();
    expect(found.tracked).toEqual([task]);
    expect(found.answers).toEqual([
      [
        { base: task.base, taskId: task.taskId },
        { ...NO_ANSWER, askedAt: 7 },
      ],
    ]);
  });

  it('loses no card to a damaged or a newer row, and leaves the row as it was', async () => {
    const { name, rows } = fresh();
    const store = createStore(name, 'rows');
    const newer = { version: 99, value: { shape: 'not known yet' } };
    await set('task https://a.test video_new', newer, store);
    await set('task https://a.test video_bad', 'rubbish', store);

    const found = await rows.load();
    expect(found.tracked.map((task) => task.taskId).toSorted()).toEqual(['video_bad', 'video_new']);
    expect(found.unreadable).toBe(2);

    await rows.putTracked(found.tracked);
    const kept = new Map(await entries(store));
    expect(kept.get('task https://a.test video_new')).toEqual(newer);
    expect(kept.get('task https://a.test video_bad')).toBe('rubbish');
  });

  it('gives the first cards of a large board first, with everything that is no task', async () => {
    const { rows } = fresh();
    const tasks = Array.from({ length: 400 }, (_, index) => ({
      ...tracked(`video_${index}`),
      addedAt: index,
    }));
    await rows.putTracked(tasks);
    for (const task of tasks) rows.putAnswer(task, { ...NO_ANSWER, askedAt: task.addedAt });
    await rows.flush();
    const connection = { kind: 'own', id: 'one', hint: 'sk-…1', keep: 'tab' } as const;
    await rows.putConnection({ ...connection, base: 'https://a.test', addedAt: 1 });
    await rows.putLookUpPath('https://a.test', '/x/{id}');
    await rows.putHistory({ of: 'durations' });
    const others = {
      connections: [{ id: 'one' }],
      lookUpPaths: [['https://a.test', '/x/{id}']],
      history: { of: 'durations' },
    };

    const first = await rows.loadFirst(['video_7', 'video_3', 'gone'].map(keyOf));
    expect(first).toMatchObject({ ...others, isWhole: false });
    expect(first.tracked).toEqual([tasks[3], tasks[7]]);
    expect(new Set(first.answers.map(([, { askedAt }]) => askedAt))).toEqual(new Set([3, 7]));

    const all = await rows.load();
    expect(all).toMatchObject({ ...others, isWhole: true });
    expect(all.tracked).toEqual(tasks);
    expect(all.answers).toHaveLength(400);
  });

  it('removes a task with its answer, also one that still waits to be written', async () => {
    const { db, rows } = fresh();
    const task = tracked('video_1');
    await rows.putTracked([task]);
    rows.putAnswer(task, NO_ANSWER);
    await rows.removeTasks([task]);
    await rows.flush();
    expect(await db.load()).toEqual([]);
  });

  it('goes on without a database and says so', async () => {
    const { health, rows } = fresh();
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    try {
      expect(await rows.load()).toMatchObject({ tracked: [], isWhole: false });
      expect(await rows.putTracked([tracked('video_1')])).toBe(false);
      expect(health).toEqual(['blocked', 'blocked']);
    } finally {
      indexedDB.open = open;
    }
  });
});
