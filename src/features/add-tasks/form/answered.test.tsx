// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { aBoard, renderOn, type TestBoard } from '~test/board';

import { AddForm } from './add-form';

const TEXT = `video_86c5d3e4aa11
video_b3f8a617bb22

Lumen: https://api.lumen.test key sk-Vb3kQ7mPz2LxWn8RtY4c9f2c
Veo: https://hub.veo.test key sk-Hx5tR2m9Zc64qWs83d7aKyNu`;

let board: TestBoard;

afterEach(() => {
  cleanup();
  board.stop();
});

test('once somebody has said which service made the tasks, its key has one row, not two', async () => {
  board = aBoard([]);
  const offer = { otherAddresses: true, services: [] };
  renderOn(board, <AddForm offer={offer} initial={TEXT} onAdded={() => undefined} />);
  expect(screen.getAllByText('No tasks · to')).toHaveLength(2);
  await userEvent.click(await screen.findByRole('button', { name: 'api.lumen.test' }));
  expect(screen.getByText('2 tasks · to')).toBeTruthy();
  expect(screen.getAllByText('No tasks · to')).toHaveLength(1);
});
