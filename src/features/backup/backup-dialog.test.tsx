// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { SAMPLE_BASE } from '~/core/connection';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { BackupDialog } from './backup-dialog';

const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';
let board: TestBoard;

afterEach(() => {
  cleanup();
  board.stop();
});

function open(...tasks: Parameters<typeof aTracked>[0][]): string {
  board = aBoard(tasks.map((task) => [aTracked(task), anAnswer({ state: 'running' })] as const));
  const views = { all: () => [], merge: () => {} };
  renderOn(board, <BackupDialog views={views} onClose={() => {}} />);
  return screen.getByRole('dialog').textContent;
}

test('a backup says which tasks it will not hold', () => {
  const said = open({ taskId: 'a' }, { base: SAMPLE_BASE, taskId: 'b' }, { taskId: KEY });
  expect(said).toContain('1 is of the sample board, which everybody has, and is left out.');
  expect(said).toContain('1 is left out: its id or address looks like a key.');
  expect(said).not.toContain(KEY);
});

test('and nothing of the kind where it holds all', () => {
  expect(open({ taskId: 'a' })).not.toContain('left out');
});
