// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { dialogs } from '~/address/dialogs';
import { refKey } from '~/core/answer';
import type { LookUpProblem, Task } from '~/core/task';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { TaskCard } from './task-card';

let board: TestBoard | undefined;
afterEach(() => {
  cleanup();
  board?.stop();
  dialogs.setState({ open: [] });
});

function show(problem: Partial<LookUpProblem>, task: Partial<Task> | null = null) {
  const met = { kind: 'auth', message: null, httpStatus: 401, retryAfterMs: null } as const;
  const tracked = aTracked();
  board = aBoard([[tracked, anAnswer(task, { problem: { ...met, ...problem } })]]);
  renderOn(board, <TaskCard taskKey={refKey(tracked)} />);
  return { card: screen.getByRole('article'), tracked };
}

test('a card quotes a service that wants its key another way, and asks which', async () => {
  const words = 'x-api-key is required';
  const { card, tracked } = show({ wants: 'another-scheme', message: words });
  expect(within(card).getByText('The service wants its key another way')).toBeTruthy();
  expect(card.textContent).toContain(words);
  expect(card.textContent).toContain('Paused until you choose');
  await userEvent.click(within(card).getByRole('button', { name: /^Choose how ./ }));
  expect(dialogs.getState().open).toMatchObject([
    { kind: 'change-key', wanted: { base: tracked.base, asks: 'scheme', said: words } },
  ]);
});

test('a card says that a key cannot be sent, and asks for another', () => {
  const { card } = show({ wants: 'plain-key', httpStatus: null });
  expect(within(card).getByText('This key cannot be sent')).toBeTruthy();
  expect(within(card).getByRole('button', { name: /^Change key ./ })).toBeTruthy();
});

test('a card names the host that an address leads to, and blames no key', () => {
  const { card } = show({ kind: 'wrong_base', leadsTo: 'login.test' });
  expect(within(card).getByText('The address leads to login.test')).toBeTruthy();
  expect(card.textContent).not.toContain('accepted');
});

test('the strip below a known state names that host as well, and what to do in its tooltip', () => {
  const { card } = show({ kind: 'wrong_base', leadsTo: 'login.test' }, {});
  expect(card.textContent).toContain('The address leads to login.test');
  expect(within(card).getByTitle(/^Ask for the service’s current address/)).toBeTruthy();
});

test('a card says whose answer came instead of its own, and keeps what it knew', () => {
  const other = { kind: 'other_task', httpStatus: 200, message: 'task_2' } as const;
  const { card } = show(other);
  expect(within(card).getByText('The service answered about another task')).toBeTruthy();
  expect(card.textContent).toContain('answered about task_2');
  expect(card.textContent).not.toContain('The service says');
  cleanup();
  board?.stop();
  const known = show(other, { progress: 40 }).card;
  expect(known.textContent).toContain('40%');
  expect(known.textContent).toContain('The service answered about another task');
});

test('a card quotes a short refusal whole instead of pointing to Details', () => {
  const words =
    'The parameter "mode" must be one of std, pro or master; see the guide for your plan.';
  const { card } = show({ kind: 'other', httpStatus: 400, message: words });
  const quote = within(card).getByText(`The service says: “${words}”`);
  expect(quote.className).not.toContain('line-clamp');
  expect(card.textContent).not.toContain('See Details');
  cleanup();
  board?.stop();
  const long = show({ kind: 'other', httpStatus: 400, message: `${words} ${words}` }).card;
  expect(within(long).getByText(/^The service says/).className).toContain('line-clamp');
});
