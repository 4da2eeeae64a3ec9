import { expect, it } from 'vitest';

import { aTracked, NOW } from '~test/builders';
import * as fc from '~test/properties';

import { writeBoardFile, type CarriedTask } from './board-file';
import { fromLinkText, toLinkText } from './link';
import { readBoardFile } from './read-board-file';

const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';

const words = fc.constantFrom('Harbour', 'take 2', '雪豹', 'ab: c', '<b>', '__proto__', 'é');
const orNull = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one);
const time = fc.integer({ min: 0, max: NOW });
const carried: fc.Arbitrary<CarriedTask> = fc
  .record({
    taskId: fc.string({ minLength: 1 }).filter((id) => /^[\w:+/=-]+$/.test(id)),
    base: fc.constantFrom('https://api.example.com', 'http://localhost:8080/openai'),
    label: orNull(words),
    batch: orNull(fc.record({ id: fc.uuid(), name: orNull(words) })),
    shot: orNull(words),
    columns: fc.dictionary(words, words),
    note: orNull(words),
    tags: fc.uniqueArray(words),
    pickedAt: orNull(time),
    addedAt: time,
    seenAt: orNull(time),
    changedAt: orNull(time),
  })
  .map((fields) => {
    const { connectionId: _key, otherConnectionIds: _keys, ...task } = aTracked(fields);
    return task;
  });
const someTasks = fc.uniqueArray(carried, { selector: ({ base, taskId }) => `${base} ${taskId}` });

it('a backup says again what was said, also by way of a link', async () => {
  await fc.assert(
    fc.asyncProperty(someTasks, orNull(words), async (tasks, name) => {
      const opens = '#/compare/a/b?at=3.8';
      const file = { name, isBackup: true, madeAt: NOW, opens, tasks };
      const text = await fromLinkText(await toLinkText(writeBoardFile(file)));
      expect(readBoardFile(text ?? '', NOW)).toEqual({ file, leftOut: 0 });
    }),
  );
});

it('what is handed over says nothing of when its maker added, saw or changed it', () => {
  const { connectionId: _key, otherConnectionIds: _keys, ...task } = aTracked({ seenAt: 3 });
  const text = writeBoardFile({
    name: 'Harbour',
    isBackup: false,
    madeAt: NOW,
    opens: null,
    tasks: [task],
  });
  expect(text).not.toMatch(/seenAt|addedAt|changedAt|connection/i);
  const read = readBoardFile(text, NOW + 5);
  expect(read).toMatchObject({ file: { tasks: [{ addedAt: NOW + 5, seenAt: null }] } });
});

it('neither gives nor takes a key, wherever it stands', () => {
  const {
    connectionId: _key,
    otherConnectionIds: _keys,
    ...task
  } = aTracked({
    label: `with ${KEY}`,
    shot: KEY,
    batch: { id: 'b1', name: KEY },
    columns: { [KEY]: 'x', Key: KEY },
    note: `Authorization: Bearer ${KEY}`,
    tags: [KEY],
  });
  const video = { url: `https://cdn.test/a.mp4?key=${KEY}`, expiresAt: null, poster: null };
  const file = {
    name: KEY,
    isBackup: true,
    madeAt: NOW,
    opens: `#/compare/${KEY}`,
    tasks: [
      { ...task, video },
      { ...task, taskId: KEY },
      { ...task, base: `https://api.example.com/${KEY}` },
    ],
  };
  expect(writeBoardFile(file)).not.toContain(KEY);
  // As somebody else's program may have written it.
  const raw = JSON.parse(
    writeBoardFile({
      ...file,
      tasks: [
        { ...task, label: 'HERE' },
        { ...task, taskId: 'HERE' },
        { ...task, taskId: 'b', video: { ...video, url: 'https://cdn.test/HERE' } },
      ],
    }),
  ) as object;
  const hostile = JSON.stringify({ ...raw, keys: [KEY], apiKey: KEY }).replaceAll('HERE', KEY);
  expect(hostile).toContain(KEY);
  expect(JSON.stringify(readBoardFile(hostile, NOW))).not.toContain(KEY);
});

it.each([
  ['', 'other'],
  ['{}', 'other'],
  ['[1, 2]', 'other'],
  ['{"rushes": 1, "tasks": 7}', 'other'],
  ['{"rushes": 2, "tasks": []}', 'newer'],
] as const)('%s is refused: %s', (text, refused) => {
  expect(readBoardFile(text, NOW)).toEqual({ refused });
});

it.each([
  ['no address', { taskId: 'a' }],
  ['another kind of address', { taskId: 'a', base: 'ftp://api.example.com' }],
  ['an address with a user name', { taskId: 'a', base: 'https://api.example.com@evil.example' }],
  ['an address that is written in another way', { taskId: 'a', base: 'https://api.example.com/' }],
  ['no id', { base: 'https://api.example.com' }],
  ['an id that asks for the list', { base: 'https://api.example.com', taskId: '..' }],
  ['an id that cannot be seen', { base: 'https://api.example.com', taskId: 'a\u202Eb' }],
  ['nothing', null],
])('a row with %s is left out, and the others stay', (_, row) => {
  const good = { base: 'https://api.example.com', taskId: 'task_1' };
  const read = readBoardFile(JSON.stringify({ rushes: 1, tasks: [row, good] }), NOW);
  expect(read).toMatchObject({ leftOut: 1, file: { tasks: [good] } });
});

it('a damaged field is empty, and a long one is cut', () => {
  const row = {
    base: 'https://api.example.com',
    taskId: 'task_1',
    label: 7,
    shot: 'x'.repeat(9000),
    columns: 'no',
    tags: [null],
    pickedAt: 'yesterday',
    video: { url: 'data:text/html,hello' },
  };
  const read = readBoardFile(JSON.stringify({ rushes: 1, tasks: [row] }), NOW);
  if ('refused' in read) throw new Error(read.refused);
  const [task] = read.file.tasks;
  expect(task).toMatchObject({ label: null, columns: {}, tags: [], pickedAt: null });
  expect(task?.shot).toHaveLength(200);
  expect(task?.video).toBeUndefined();
});

it('a link that was cut, or that unpacks to more than a file may have, is none', async () => {
  const text = await toLinkText(JSON.stringify({ rushes: 1, tasks: [] }));
  expect(await fromLinkText(text.slice(0, -4))).toBeNull();
  expect(await fromLinkText('not a link!')).toBeNull();
});

it('any text is read or refused', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const read = readBoardFile(text, NOW);
      expect('refused' in read || read.file.tasks.length >= 0).toBe(true);
    }),
  );
});
