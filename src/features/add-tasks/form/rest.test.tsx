// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';

import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { AddForm } from './add-form';
import type { Rest } from './rest';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const OTHER_KEY = 'sk-Qw7e9tYu1Io3pAs5dFg7hJk9';

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

/** A form that goes on with what is left of the one before, as the page's dialog does. */
function Page({ text }: { text: string }) {
  const [rest, setRest] = useState<Rest | null>(null);
  return (
    <AddForm
      key={rest === null ? 'new' : 'rest'}
      offer={{ otherAddresses: true, services: [] }}
      initial={rest ?? text}
      onAdded={setRest}
    />
  );
}

function show(text: string, ask = service): void {
  const before = aTracked({ base: 'https://a.test', taskId: 'task_before1' });
  board = aBoard([[before, anAnswer({})]], { fetch: ask });
  renderOn(board, <Page text={text} />);
}

const tracked = (): string[] =>
  [...(board?.engine.tracked.getState().tasks.values() ?? [])].map(
    ({ base, taskId }) => `${base} ${taskId}`,
  );
const questions = (): string[] =>
  screen.queryAllByRole('group', { name: /^Which service/ }).map((one) => one.textContent);

test('what was answered is not asked again once its tasks are added', async () => {
  const user = userEvent.setup();
  show(
    [
      `https://a.test/v1 ${KEY}`,
      `https://b.test/v1 ${OTHER_KEY}`,
      '',
      'task_abc123def0123',
      'veo3:9f8e7d6c5b12345678',
    ].join('\n'),
  );
  const before = questions();
  expect(before).toHaveLength(2);
  const [first] = screen.getAllByRole('group', { name: /^Which service/ });
  if (first) await user.click(within(first).getByRole('button', { name: 'a.test' }));
  await user.click(screen.getByRole('button', { name: 'Add 1 task' }));
  await waitFor(() => expect(tracked()).toHaveLength(2));
  await waitFor(() => expect(screen.getByText('1 already on the board')).toBeTruthy());
  expect(questions()).toEqual(before.slice(1));
});

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
