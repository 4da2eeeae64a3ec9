import { expect, test } from 'vitest';

import type { BatchEnd } from '~/engine/answers/batch-end';
import { anAnswer, aTracked } from '~test/builders';

import { messageOf } from './message';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const END: BatchEnd = {
  group: { by: 'batch', id: 'feed:1', name: 'Friday set' },
  at: Date.UTC(2026, 10, 30, 10),
  total: 2,
  ready: 1,
  failed: [],
  tookMs: null,
};
const failed = () =>
  anAnswer({
    state: 'failed',
    prompt: 'A fox in the snow',
    failure: { message: 'Refused: POLICY', code: 'x', kind: 'unknown' },
  });

test('a message counts, names what failed, and leads to the batch', () => {
  const end = { ...END, failed: [aTracked({ label: 'Fox' })] };
  expect(messageOf(end, failed, 'https://team.test/rushes/')).toEqual({
    event: 'batch-ended',
    name: 'Friday set',
    total: 2,
    ready: 1,
    failed: 1,
    at: '2026-11-30T10:00:00.000Z',
    text: 'Friday set: 1 ready, 1 failed\nFox: The service could not make this video',
    link: 'https://team.test/rushes/#/?batch=feed%3A1',
  });
});

test('it repeats nothing that a service said, and no key that stands in a name', () => {
  const tasks = [
    aTracked({ label: null, taskId: 'video_1' }),
    aTracked({ label: `Fox ${KEY}`, taskId: 'video_2' }),
  ];
  const group = { by: 'shot', id: 'x', name: `Set ${KEY}` } as const;
  const message = messageOf({ ...END, group, failed: tasks }, failed, 'https://team.test/');
  expect(message).toMatchObject({ event: 'shot-ended', name: 'Set sk-…' });
  expect(message.text).toContain('video_1: ');
  expect(JSON.stringify({ ...message, link: '' })).not.toMatch(/Vb3kQ7|POLICY|snow/);
});
