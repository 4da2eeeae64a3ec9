// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { aBoard, renderOn, type TestBoard } from '~test/board';

import { ChangeKeyDialog } from './change-key-dialog';

const KEY = 'sk-Nw7kQ7mPz2LxWn8RtY4c1a2b';
let board: TestBoard;

afterEach(() => {
  cleanup();
  board.stop();
});

test.each([
  [true, 1],
  [false, 2],
])('a key of another service, for one that a link named (%s)', async (byLink, bases) => {
  board = aBoard([]);
  const base = 'https://api.example.com';
  await board.engine.add({ base, keys: [KEY], keep: 'tab', tasks: [], batch: null });
  renderOn(
    board,
    <ChangeKeyDialog
      wanted={{ base: 'https://evil.test', connectionId: null, byLink }}
      findKeys={(apiKey) => ({ secrets: [{ apiKey, scheme: null }], elsewhere: null })}
      onClose={() => {}}
    />,
  );
  await userEvent.type(screen.getByLabelText('Key for evil.test'), `${KEY}{Enter}`);
  const refusal = screen.queryByText('The key in this text belongs to api.example.com.');
  expect(refusal !== null).toBe(byLink);
  // A person who opens the dialog for a service of their own may use one key for two.
  await expect.poll(() => board.engine.connections.getState().connections.size).toBe(bases);
});
