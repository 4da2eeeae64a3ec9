// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { aBoard, renderOn, type TestBoard } from '~test/board';

import { AddForm } from './add-form';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const ID = 'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980';
const STUDIO = { name: 'Studio gateway', base: 'https://studio.test' };

let board: TestBoard;

afterEach(() => {
  cleanup();
  board.stop();
});

/** A service that knows no other key. */
const service: typeof fetch = (_, init) => {
  const isKnown = new Headers(init?.headers).get('authorization') === `Bearer ${KEY}`;
  const body = isKnown ? { id: ID, status: 'queued' } : { error: { message: 'Invalid key' } };
  const headers = { 'content-type': 'application/json' };
  return Promise.resolve(
    new Response(JSON.stringify(body), { status: isKnown ? 200 : 401, headers }),
  );
};

test('the next key that is pasted takes the place of the one that was refused', async () => {
  board = aBoard([], { fetch: service });
  const offer = { otherAddresses: true, services: [STUDIO] };
  renderOn(
    board,
    <AddForm offer={offer} initial={`sk-wrongKey123456789 ${ID}`} onAdded={() => undefined} />,
  );
  const user = userEvent.setup();
  const box: HTMLTextAreaElement = screen.getByRole('textbox', { name: 'Keys and task ids' });
  await user.click(screen.getByRole('button', { name: 'Add 1 task' }));
  const said = await screen.findByRole('alert');
  expect(said.textContent).toContain('it takes the place of sk-wron…6789');

  // As a person does: a new line at the end, and there the key.
  await user.click(box);
  await user.keyboard('{Enter}');
  await user.paste(KEY);
  expect(box.value.trim()).toBe(`sk-Vb3k…9f2c ${ID}`);
  await user.click(screen.getByRole('button', { name: 'Add 1 task' }));
  await waitFor(() => expect(board.engine.tracked.getState().tasks.size).toBe(1));
  const { connections } = board.engine.connections.getState();
  expect([...connections.values()]).toMatchObject([{ kind: 'own', hint: 'sk-Vb3k…9f2c' }]);
});
