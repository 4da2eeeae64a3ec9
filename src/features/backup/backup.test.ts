// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';

import { refKey } from '~/core/answer';
import { readBackup } from '~/engine/board-file/backup';
import { openKeys } from '~/engine/board-file/sealed-keys';
import type { Engine } from '~/engine/engine';
import { keepPast, readPast } from '~/engine/insight/past/past-store';
import { anEnded } from '~/engine/insight/test-ended';
import { start as startAt } from '~/engine/test-engine';
import { forgetStored } from '~/platform/forget-stored';
import { aTracked, NOW } from '~test/builders';

import { makeBackup } from './make-backup';
import { putBack } from './put-back';

const BASE = 'https://a.test';
const KEY = 'sk-good-1234567890abcd';
/** With a clock of today: what a file says of other times is not believed. */
const start = (service: Parameters<typeof startAt>[0]) => startAt(service, undefined, NOW);
const WORDS = 'correct horse battery';

async function backupOf(engine: Engine, passphrase: string | null = null) {
  const text = await makeBackup(engine, [], passphrase, NOW);
  const read = readBackup(text, NOW);
  if ('refused' in read) throw new Error(read.refused);
  return { text, backup: read.backup };
}

const board = ({ tracked }: Engine) => {
  const tasks = [...tracked.getState().tasks.values()];
  return tasks
    .map(({ connectionId: _key, otherConnectionIds: _others, ...task }) => task)
    .toSorted((a, b) => (refKey(a) < refKey(b) ? -1 : 1));
};

/** A browser with these two tasks, of which it says something of its own. */
async function aBrowser(ids: string[], note: string) {
  const browser = await start(() => ({
    body: { id: ids[0], status: 'completed', url: 'https://v.test/a.mp4' },
  }));
  await browser.add(ids);
  await browser.clock.advance(10_000);
  browser.engine.edit(
    ids.map((taskId) => refKey({ base: BASE, taskId })),
    { note },
  );
  // Another browser, not another tab of this one: they must not hear each other.
  browser.engine.stop();
  return browser;
}

it('brings all tasks and what is known of them to another browser, and no key', async () => {
  const { engine } = await aBrowser(['video_1', 'video_2'], 'Harbour');
  const { text, backup } = await backupOf(engine);
  expect(text).not.toContain(KEY);
  const other = await start(() => null);
  expect(await putBack(other.engine, backup, [])).toMatchObject({ added: 2 });
  expect(board(other.engine)).toEqual(board(engine));
  expect(other.answer('video_1').task?.state).toBe('completed');
  expect(other.engine.connections.getState().connections.size).toBe(0);
});

it('changes nothing the second time, and says the same whoever reads whose', async () => {
  const one = await aBrowser(['video_1', 'video_2'], 'here');
  const two = await aBrowser(['video_2', 'video_3'], 'there');
  const [first, second] = [await backupOf(one.engine), await backupOf(two.engine)];
  await putBack(one.engine, second.backup, []);
  await putBack(two.engine, first.backup, []);
  const merged = board(one.engine);
  expect(merged).toHaveLength(3);
  expect(board(two.engine)).toEqual(merged);
  expect(await putBack(one.engine, second.backup, [])).toMatchObject({ added: 0 });
  expect(board(one.engine)).toEqual(merged);
});

it('takes keys along under a passphrase, and they look tasks up at once', async () => {
  const { engine } = await aBrowser(['video_1'], 'Harbour');
  const { text, backup } = await backupOf(engine, WORDS);
  expect(text).not.toContain(KEY);
  const keys = backup.keys && (await openKeys(backup.keys, WORDS));
  expect(keys).toMatchObject([{ base: BASE, apiKey: KEY }]);
  const other = await start(() => ({ body: { id: 'video_9', status: 'queued' } }));
  const more = { ...backup.file, tasks: [...backup.file.tasks, ...newTask('video_9')] };
  await putBack(other.engine, { ...backup, file: more }, keys ?? []);
  await other.clock.advance(10_000);
  expect(other.asked.map(({ id, key }) => [id, key])).toContainEqual(['video_9', KEY]);
});

it('sends the keys it brought as their services want them', async () => {
  const { engine } = await aBrowser(['video_1'], 'Harbour');
  engine.setScheme(BASE, 'x-api-key');
  const { backup } = await backupOf(engine, WORDS);
  const keys = backup.keys && (await openKeys(backup.keys, WORDS));
  const other = await start(() => ({ body: { id: 'video_9', status: 'queued' } }));
  const more = { ...backup.file, tasks: newTask('video_9') };
  await putBack(other.engine, { ...backup, file: more }, keys ?? []);
  await other.clock.advance(10_000);
  expect(other.asked.map(({ key }) => key)).toContain(`x ${KEY}`);
});

it('an undo removes what came, and nothing else', async () => {
  const one = await aBrowser(['video_1'], 'here');
  const two = await aBrowser(['video_1', 'video_2'], 'there');
  const { backup } = await backupOf(two.engine);
  const { undo } = await putBack(one.engine, backup, []);
  const before = board(one.engine);
  undo();
  expect(board(one.engine).map(({ taskId }) => taskId)).toEqual(['video_1']);
  expect(before).not.toEqual(board(one.engine));
});

it('counts what it changed of the tasks that were there, and an undo takes that back', async () => {
  const one = await aBrowser(['video_1', 'video_2'], 'here');
  const two = await aBrowser(['video_1', 'video_2'], 'here');
  const key = refKey({ base: BASE, taskId: 'video_1' });
  two.engine.edit([key], { label: 'Lighthouse', tags: ['sea'] });
  one.engine.edit([key], { shot: 'SH010' });
  const before = board(one.engine);
  const { backup } = await backupOf(two.engine);
  const { added, changed, undo } = await putBack(one.engine, backup, []);
  expect({ added, changed }).toEqual({ added: 0, changed: 1 });
  const [task] = board(one.engine);
  expect(task).toMatchObject({ label: 'Lighthouse', shot: 'SH010', tags: ['sea'], note: 'here' });
  one.engine.rename(refKey({ base: BASE, taskId: 'video_2' }), 'since then');
  undo();
  const [first, second] = board(one.engine);
  expect(first).toEqual(before[0]);
  expect(second?.label).toBe('since then');
});

it('says the same whichever of three backups is read first', async () => {
  const browsers: Awaited<ReturnType<typeof aBrowser>>[] = [];
  for (const [at, ids] of [['video_1', 'video_2'], ['video_2'], ['video_1', 'video_3']].entries()) {
    const browser = await aBrowser(ids, `note ${at}`);
    await browser.clock.advance(1000 * at);
    browsers.push(browser);
  }
  const rename = (at: number, taskId: string, change: Parameters<Engine['edit']>[1]): void =>
    void browsers[at]?.engine.edit([refKey({ base: BASE, taskId })], change);
  rename(0, 'video_2', { label: 'Harbour', columns: { Client: 'Lumen' } });
  rename(1, 'video_2', { label: 'Hafen', columns: { Client: 'Atlas', Take: '2' } });
  rename(2, 'video_1', { label: 'Lamp', pickedAt: NOW });
  const backups = await Promise.all(
    browsers.map(async ({ engine }) => (await backupOf(engine)).backup),
  );
  const merged = [];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [1, 0, 2, 1, 0],
  ]) {
    const { engine } = await start(() => null);
    for (const at of order) {
      const backup = backups[at];
      if (backup) await putBack(engine, backup, []);
    }
    engine.stop();
    merged.push(board(engine));
  }
  for (const one of merged) expect(one).toEqual(merged[0]);
  expect(merged[0]).toHaveLength(3);
});

function newTask(taskId: string) {
  const {
    connectionId: _key,
    otherConnectionIds: _others,
    ...task
  } = aTracked({ base: BASE, taskId });
  return [task];
}

it('brings along what is known of removed tasks, once', async () => {
  const { engine } = await aBrowser(['video_1', 'video_2'], 'Harbour');
  const past = async () => (await readPast()).tasks.map(({ mark }) => mark);
  engine.remove([refKey({ base: BASE, taskId: 'video_1' })]);
  await expect.poll(async () => (await past()).length).toBe(1);
  const kept = await past();
  const { backup } = await backupOf(engine);
  // To a browser that has another past.
  await forgetStored();
  await keepPast([anEnded()]);
  const other = await start(() => null);
  await putBack(other.engine, backup, []);
  await putBack(other.engine, backup, []);
  expect(await past()).toHaveLength(2);
  expect(await past()).toEqual(expect.arrayContaining(kept));
});
