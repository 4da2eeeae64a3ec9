import { expect, test } from 'vitest';

import { SAMPLE_BASE } from '~/core/connection';
import { writeBoardFile } from '~/engine/board-file/board-file';
import { toLinkText } from '~/engine/board-file/link';
import { aTracked, NOW } from '~test/builders';

import { isUsed, keyChoices } from './key-choices';
import { readShared, type Offer } from './read-shared';

const HOME = 'https://rushes.example.com';
const OPEN: Offer = { services: [], otherAddresses: true };
const CLOSED: Offer = { services: [{ base: 'https://api.a.test' }], otherAddresses: false };

const textOf = (...bases: string[]): string =>
  writeBoardFile({
    name: null,
    isBackup: false,
    madeAt: NOW,
    opens: null,
    tasks: bases.map((base) => aTracked({ base })),
  });
const linkOf = (text: string): Promise<string> => toLinkText(text);
const read = async (link: string, offer = OPEN) =>
  readShared({ link }, { offer, home: HOME, now: NOW });

test('a link gives its tasks, also with the full stop that a chat took for a part of it', async () => {
  const link = await linkOf(textOf('https://api.a.test'));
  for (const said of [link, `${link}.`, `${link}。`])
    expect(await read(said)).toMatchObject({ kind: 'opened', file: { tasks: [{}] }, leftOut: 0 });
});

test('what is handed over is no backup, whatever it calls itself', async () => {
  const task = aTracked({ addedAt: NOW - 9, seenAt: NOW - 8, changedAt: NOW - 7 });
  const file = { name: null, isBackup: true, madeAt: NOW, opens: null, tasks: [task] };
  expect(await read(await linkOf(writeBoardFile(file)))).toMatchObject({
    file: { isBackup: false, tasks: [{ addedAt: NOW, seenAt: null, changedAt: null }] },
  });
});

test.each([
  ['cut', async () => (await linkOf(textOf('https://api.a.test'))).slice(0, -6)],
  ['cut', async () => ''],
  ['cut', async () => '%E0%A4%A'],
  ['other', async () => linkOf('hello')],
  ['newer', async () => linkOf('{"rushes":9,"tasks":[]}')],
  ['too-large', async () => 'A'.repeat(30_001)],
  [
    'too-large',
    async () => linkOf(textOf(...Array.from({ length: 21 }, (_, n) => `https://a${n}.test`))),
  ],
  ['empty', async () => linkOf('{"rushes":1,"tasks":[{}]}')],
])('a link is refused: %s', async (why, link) => {
  expect(await read(await link())).toEqual({ kind: 'refused', why });
});

test('a file is read as a link is, and a large one not at all', async () => {
  const file = new File([textOf('https://api.a.test')], 'a.rushes.json');
  const scene = { offer: OPEN, home: HOME, now: NOW };
  expect(await readShared({ file }, scene)).toMatchObject({ kind: 'opened' });
  const picture = new File([new Uint8Array([0xff, 0xd8, 0])], 'a.jpg');
  expect(await readShared({ file: picture }, scene)).toEqual({ kind: 'refused', why: 'other' });
  const large = new File([], 'a.json');
  Object.defineProperty(large, 'size', { value: 2e9 });
  expect(await readShared({ file: large }, scene)).toEqual({ kind: 'refused', why: 'too-large' });
});

test('of a link that names a service which this page does not offer, nothing is used', async () => {
  const link = await linkOf(textOf('https://api.a.test', 'https://evil.test'));
  expect(await read(link, CLOSED)).toEqual({ kind: 'not-offered', bases: ['https://evil.test'] });
  for (const base of [HOME, SAMPLE_BASE])
    expect(await read(await linkOf(textOf(base)))).toEqual({ kind: 'not-offered', bases: [base] });
});

test('an address that was never used gets no stored key, not even one that looks alike', () => {
  const connection = {
    kind: 'own',
    id: 'c1',
    base: 'https://api.a.test',
    hint: 'sk-…77ab',
    keep: 'tab',
    addedAt: 1,
  } as const;
  const keys = { connections: new Map([['c1', connection]]), needKey: new Map() };
  const own = { kind: 'own', id: 'c1', hint: 'sk-…77ab' };
  expect(keyChoices('https://api.a.test', keys, OPEN)).toEqual([own]);
  expect(isUsed('https://api.a.test', keys, OPEN)).toBe(true);
  for (const base of [
    'http://api.a.test',
    'https://api.a.test:8443',
    'https://api.a.test/x',
    'https://API.a.test',
    'https://api.a.test.evil.test',
  ]) {
    expect(keyChoices(base, keys, OPEN)).toEqual([{ kind: 'none' }]);
    expect(isUsed(base, keys, OPEN)).toBe(false);
  }
  expect(keyChoices('https://api.a.test', { ...keys, needKey: new Map([['c1', 'missing']]) }, OPEN))
    // Not one that no longer works.
    .toEqual([{ kind: 'none' }]);
  const team: Offer = { ...OPEN, services: [{ base: 'https://api.a.test', teamKey: true }] };
  expect(keyChoices('https://api.a.test', keys, team)).toEqual([{ kind: 'team' }]);
});
