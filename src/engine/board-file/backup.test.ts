import { expect, it } from 'vitest';

import { refKey } from '~/core/answer';
import { NO_PAST } from '~/engine/insight/past/past';
import { aSighting, anAnswer, aTracked, NOW } from '~test/builders';

import { readBackup, writeBackup, type Backup } from './backup';
import { openKeys, sealKeys } from './sealed-keys';

const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';
const KEYS = [{ base: 'https://api.example.com', apiKey: KEY, keep: 'device' as const }];
const { connectionId: _key, otherConnectionIds: _others, ...task } = aTracked();

const backup: Backup = {
  file: { name: null, isBackup: true, madeAt: NOW, opens: null, tasks: [task] },
  answers: [[refKey(task), anAnswer({ state: 'completed', prompt: 'Harbour' })]],
  paths: [['https://api.example.com', '/v2/tasks/{id}']],
  schemes: [['https://api.example.com', 'x-api-key']],
  views: [{ name: 'Picks', address: '#/?picked' }],
  past: NO_PAST,
  keys: null,
};

it('a backup is read as it was written', () => {
  expect(readBackup(writeBackup(backup), NOW)).toEqual({ backup, leftOut: 0 });
});

it('a damaged part of it costs no other', () => {
  const raw = JSON.parse(writeBackup(backup)) as Record<string, unknown>;
  const damaged = {
    ...raw,
    answers: [['nobody', 1], ...(raw['answers'] as [])],
    paths: 7,
    views: {},
  };
  const read = readBackup(JSON.stringify({ ...damaged, keys: { kdf: 'none' } }), NOW);
  expect(read).toEqual({ backup: { ...backup, paths: [], views: [] }, leftOut: 0 });
});

it.each([
  anAnswer({ createdAt: 1e300 }),
  anAnswer({}, { askedAt: -1 }),
  anAnswer({}, { sightings: [aSighting({ at: 1e300 })] }),
])('an answer with a time that no screen can say is left out', (answer) => {
  const text = writeBackup({ ...backup, answers: [[refKey(task), answer]] });
  expect(readBackup(text, NOW)).toMatchObject({ backup: { answers: [] } });
});

it('keys are in it only under a passphrase, and come out only by it', async () => {
  const keys = await sealKeys(KEYS, 'correct horse battery');
  const text = writeBackup({ ...backup, keys });
  expect(text).not.toContain(KEY);
  const read = readBackup(text, NOW);
  if ('refused' in read || !read.backup.keys) throw new Error('no keys');
  expect(read.backup.keys.rounds).toBeGreaterThanOrEqual(600_000);
  expect(await openKeys(read.backup.keys, 'correct horse battery')).toEqual(KEYS);
  expect(await openKeys(read.backup.keys, 'correct horse batterz')).toBeNull();
  const changed = { ...read.backup.keys, data: read.backup.keys.data.replace(/^./, 'A') };
  const asWell = { ...read.backup.keys, data: read.backup.keys.data.replace(/^./, 'B') };
  expect([
    await openKeys(changed, 'correct horse battery'),
    await openKeys(asWell, 'correct horse battery'),
  ]).toContain(null);
});

it('keys that an earlier page has sealed come out all the same', async () => {
  const sealed = {
    kdf: 'PBKDF2-SHA-256',
    rounds: 600_000,
    salt: 'AAcOFRwjKjE4P0ZNVFtiaQ==',
    iv: 'AAUKDxQZHiMoLTI3',
    data: 'wCmQtPW7C4pG7LvhMglzxr5wKJmfPBqW1iQ2e32KDG8x11YWMSfdWsfEHVr8CGOuapcuo6U1TivOkq1tInS64cVPfXjtAaPDsGGg6xQIVp8r0pNMktx7WC1SqiuLRy2CO29lxL47Xvc9k0o=',
  } as const;
  expect(await openKeys(sealed, 'correct horse battery')).toEqual(KEYS);
});

it('keys that were sealed with less care are not asked a passphrase for', async () => {
  const keys = { ...(await sealKeys(KEYS, 'correct horse battery')), rounds: 1000 };
  const read = readBackup(JSON.stringify({ rushes: 1, tasks: [], keys }), NOW);
  expect(read).toMatchObject({ backup: { keys: null } });
});
