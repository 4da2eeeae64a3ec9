import { expect, test } from 'vitest';

import { aTask, aTracked, NOW } from '~test/builders';

import { COLUMNS, rowOf } from './download-table';

const rowAsRecord = (...given: Parameters<typeof rowOf>) =>
  Object.fromEntries(rowOf(...given).map((cell, index) => [COLUMNS[index], cell]));

test('a row says what a task is and where its video came from', () => {
  const tracked = aTracked({
    label: 'Harbour',
    batch: { id: 'b1', name: 'Monday' },
    shot: 'SH010',
    pickedAt: NOW,
  });
  const task = aTask({
    state: 'completed',
    prompt: 'a harbour',
    enhancedPrompt: 'a misty harbour at dawn',
    model: 'sora-2',
    createdAt: NOW - 60_000,
    completedAt: NOW,
    video: { kind: 'link', url: 'https://cdn.test/v.mp4' },
  });
  expect(rowAsRecord(tracked, task)).toEqual({
    id: 'task_1',
    label: 'Harbour',
    prompt: 'a harbour',
    enhanced_prompt: 'a misty harbour at dawn',
    model: 'sora-2',
    state: 'completed',
    created: '2026-11-23T14:32:00.000Z',
    completed: '2026-11-23T14:33:00.000Z',
    link: 'https://cdn.test/v.mp4',
    service: 'https://api.example.com',
    batch: 'Monday',
    shot: 'SH010',
    picked: 'yes',
  });
});

test('what is not known, or is no moment at all, stays empty', () => {
  const row = rowAsRecord(aTracked(), aTask({ createdAt: 9e15 }));
  expect(row).toMatchObject({ label: null, created: null, completed: null, link: null });
});

test('the file and what went wrong come last, for they are added when the video has been fetched', () => {
  expect(COLUMNS.slice(rowOf(aTracked(), aTask()).length)).toEqual(['file', 'problem']);
});
