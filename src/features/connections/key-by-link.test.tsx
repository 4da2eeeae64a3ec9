// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen } from '@testing-library/react';
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

const BASE = 'https://api.example.com';
const NAMED = 'https://evil.test';

/** The window for a key of a service that something has named, while `KEY` is stored for another one. */
async function show(services: { base: string }[] = [], more = ''): Promise<HTMLElement> {
  board = aBoard([]);
  await board.engine.add({ base: BASE, keys: [KEY], keep: 'tab', tasks: [], batch: null });
  const found = [KEY, ...(more ? [more] : [])].map((apiKey) => ({ apiKey, scheme: null }));
  renderOn(
    board,
    <ChangeKeyDialog
      wanted={{ base: NAMED, connectionId: null }}
      findKeys={() => ({ secrets: found, elsewhere: null })}
      services={services}
      onClose={() => {}}
    />,
  );
  return screen.getByLabelText('Key for evil.test');
}
const bases = (): string[] =>
  [...board.engine.connections.getState().connections.values()].map(({ base }) => base);
const refusal = 'The key in this text belongs to api.example.com.';

test('a key of another service is not taken for one that has none here, whoever asks for it', async () => {
  await userEvent.type(await show(), `${KEY}{Enter}`);
  expect(screen.getByText(refusal)).toBeTruthy();
  expect(bases()).toEqual([BASE]);
});

test('nor is it when it is chosen among several', async () => {
  await userEvent.click(await show([], 'sk-Hx5tR2m9Zc64qWs83d7aLp0q'));
  await userEvent.paste('two keys');
  await userEvent.click(screen.getByRole('button', { name: /1a2b$/ }));
  expect(screen.getByText(refusal)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Use this key' }));
  expect(bases()).toEqual([BASE]);
});

test('one key may be for two services of the page’s host', async () => {
  await userEvent.type(await show([{ base: NAMED }]), `${KEY}{Enter}`);
  await expect.poll(bases).toEqual([BASE, NAMED]);
});

test('and for one that has a key of its own here', async () => {
  const field = await show();
  const keys = ['sk-Hx5tR2m9Zc64qWs83d7aLp0q'];
  await act(() => board.engine.add({ base: NAMED, keys, keep: 'tab', tasks: [], batch: null }));
  await userEvent.type(field, `${KEY}{Enter}`);
  await expect.poll(bases).toEqual([BASE, NAMED, NAMED]);
});
