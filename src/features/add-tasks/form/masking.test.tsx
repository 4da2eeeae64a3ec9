// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { aBoard, renderOn, type TestBoard } from '~test/board';

import { AddForm } from './add-form';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';

let board: TestBoard | undefined;
afterEach(() => {
  cleanup();
  board?.stop();
});

const service: typeof fetch = () =>
  Promise.resolve(
    new Response('{"id":"x","status":"queued"}', {
      headers: { 'content-type': 'application/json' },
    }),
  );

function show(text: string, ask = service): void {
  board = aBoard([], { fetch: ask });
  renderOn(
    board,
    <AddForm
      offer={{ otherAddresses: true, services: [] }}
      initial={text}
      onAdded={() => undefined}
    />,
  );
}

const tracked = (): string[] =>
  [...(board?.engine.tracked.getState().tasks.values() ?? [])].map(
    ({ base, taskId }) => `${base} ${taskId}`,
  );

test('a key that is masked while its check runs does not stop the check', async () => {
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  show('', async (...asked) => {
    await held;
    return service(...asked);
  });
  const box = screen.getByRole('textbox', { name: 'Keys and task ids' });
  fireEvent.change(box, { target: { value: 'https://a.test/v1/videos/task_abc123def ' } });
  const text = `https://a.test/v1/videos/task_abc123def ${KEY}`;
  // Typed, so it may go on: the last key stays readable for now.
  for (let end = text.length - KEY.length + 1; end <= text.length; end += 1)
    fireEvent.change(box, { target: { value: text.slice(0, end) } });
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
  expect(screen.getByText('Checking the key with the service…')).toBeTruthy();
  fireEvent.blur(box);
  expect(box).toHaveProperty('value', 'https://a.test/v1/videos/task_abc123def sk-Vb3k…9f2c');
  expect(screen.getByText('Checking the key with the service…')).toBeTruthy();
  await act(async () => {
    answer();
    await held;
  });
  await waitFor(() => expect(tracked()).toContain('https://a.test task_abc123def'));
});
