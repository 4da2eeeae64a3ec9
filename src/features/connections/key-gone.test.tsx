// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { ChangeKeyDialog } from './change-key-dialog';

let board: TestBoard;

afterEach(() => {
  cleanup();
  board.stop();
});

test.each([
  ['gone', false, 'The page no longer has sk-…1234. Paste it again, or another'],
  ['there', true, 'Replaces sk-…1234'],
])('the window for a key says what becomes of the old one that is %s', (_, withKeys, words) => {
  board = aBoard([[aTracked(), anAnswer({})]], { withKeys });
  renderOn(
    board,
    <ChangeKeyDialog
      wanted={{ base: 'https://api.example.com', connectionId: 'c1' }}
      findKeys={() => ({ secrets: [], elsewhere: null })}
      services={[]}
      onClose={() => {}}
    />,
  );
  expect(screen.getByText(words, { exact: false })).toBeTruthy();
});
