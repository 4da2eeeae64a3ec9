import { expect, it } from 'vitest';

import { withSaidAt } from '~/core/said-at';
import { aTracked, NOW } from '~test/builders';
import * as fc from '~test/properties';

import { writeBoardFile, type CarriedTask } from './board-file';
import { fitsLink, fromLinkText, LONGEST_LINK, LONGEST_LINK_TEXT, toLinkText } from './link';
import { readBoardFile } from './read-board-file';

const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';

const words = fc.constantFrom('Harbour', 'take 2', '雪豹', 'ab: c', '<b>', '__proto__', 'é');
const orNull = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one);
const time = fc.integer({ min: Date.UTC(2000), max: NOW });
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
    saidAt: orNull(time),
  })
  .map(({ saidAt, ...fields }) => {
    const { connectionId: _key, otherConnectionIds: _keys, ...task } = aTracked(fields);
    return saidAt === null ? task : withSaidAt(task, () => saidAt);
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
  const { connectionId: _key, otherConnectionIds: _keys, ...task } = aTracked({ seenAt: NOW - 3 });
  const text = writeBoardFile({
    name: 'Harbour',
    isBackup: false,
    madeAt: NOW,
    opens: null,
    tasks: [task],
  });
  expect(text).not.toMatch(/seenAt|addedAt|changedAt|saidAt|connection/i);
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
    changedAt: NOW,
    saidAt: { of: NOW, [`cell ${KEY}`]: NOW },
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

it.each([-1, 0, 5, 1e300, 8.64e15 + 1, Date.UTC(2200)])('a time at %d is none', (at) => {
  const video = { url: 'https://cdn.test/a.mp4', expiresAt: at };
  const times = { pickedAt: at, addedAt: at, seenAt: at, changedAt: at, video };
  const row = { base: 'https://api.example.com', taskId: 'task_1', ...times };
  const file = { rushes: 1, kind: 'backup', madeAt: at, tasks: [row] };
  const none = { pickedAt: null, seenAt: null, changedAt: null };
  expect(readBoardFile(JSON.stringify(file), NOW)).toMatchObject({
    file: { madeAt: NOW, tasks: [{ ...none, addedAt: NOW, video: { expiresAt: null } }] },
  });
});

it('of very many cells and tags only the first are read', () => {
  const row = { base: 'https://api.example.com', taskId: 'task_1' };
  const cells = Array.from({ length: 51 }, (_, n) => [`h${n}`, n < 50 ? 'x' : 7]);
  const tags = Array.from({ length: 31 }, (_, n) => (n < 30 ? `t${n}` : 7));
  const read = readBoardFile(
    JSON.stringify({ rushes: 1, tasks: [{ ...row, columns: cells, tags }] }),
    NOW,
  );
  if ('refused' in read) throw new Error(read.refused);
  expect(Object.keys(read.file.tasks[0]?.columns ?? {})).toHaveLength(50);
  expect(read.file.tasks[0]?.tags).toHaveLength(30);
});

it('a link that was cut, or that is longer than any, is none', async () => {
  const text = await toLinkText(JSON.stringify({ rushes: 1, tasks: [] }));
  expect(await fromLinkText(text.slice(0, -4))).toBeNull();
  expect(await fromLinkText('not a link!')).toBeNull();
  // Small as a link, large as a text.
  const blown = await toLinkText('x'.repeat(3 * LONGEST_LINK_TEXT + 1));
  expect(blown.length).toBeLessThan(LONGEST_LINK);
  expect(await fromLinkText(blown)).toBeNull();
  expect(fitsLink('x'.repeat(LONGEST_LINK_TEXT + 1), blown)).toBe(false);
  const most = '雪'.repeat(LONGEST_LINK_TEXT);
  expect(fitsLink(most, await toLinkText(most))).toBe(true);
  expect(await fromLinkText(await toLinkText(most))).toBe(most);
  const noise = crypto.getRandomValues(new Uint8Array(40_000)).join();
  expect((await fromLinkText(await toLinkText(noise))) === null).toBe(true);
});

it('any text is read or refused', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const read = readBoardFile(text, NOW);
      expect('refused' in read || read.file.tasks.length >= 0).toBe(true);
    }),
  );
});
