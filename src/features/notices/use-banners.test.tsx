// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';
import type { KeyLoss } from '~/engine/state';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { useBanners } from './use-banners';

let board: TestBoard | undefined;

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  board?.stop();
  dialogs.setState({ open: [] });
});

function Banners() {
  return useBanners().map(({ kind, id, title, text, actions }) => (
    <li key={kind + id}>
      {title} {text}
      {actions.map(({ label, run }) => (
        <button key={label} type="button" onClick={run}>
          {label}
        </button>
      ))}
    </li>
  ));
}

function show(...losses: readonly KeyLoss[]): string {
  board = aBoard(
    losses.map((_, at) => {
      const task = {
        taskId: `task_${at}`,
        connectionId: `c${at}`,
        base: `https://${at}.example.com`,
      };
      return [aTracked(task), anAnswer({ state: 'running' })] as const;
    }),
  );
  const needKey = new Map(losses.map((loss, at) => [`c${at}`, loss]));
  board.engine.connections.setState({ needKey });
  renderOn(board, <Banners />);
  return screen.getByRole('listitem').textContent;
}

test('a key that the service refuses is named, with the service', () => {
  const text = show('refused');
  expect(text).toContain('0.example.com did not accept sk-…1234.');
  expect(text).toContain('One task is waiting for a key.');
});

test('a key that is gone is not said to have been refused', async () => {
  const text = show('missing');
  expect(text).toContain('The key for 0.example.com is no longer in this browser.');
  expect(text).not.toContain('accept');
  await userEvent.click(screen.getByRole('button', { name: 'Change key' }));
  const wanted = { base: 'https://0.example.com', connectionId: 'c0' };
  expect(dialogs.getState().open).toEqual([{ kind: 'change-key', wanted }]);
});

test('several missing keys are one notice, and one dialog takes them all', async () => {
  const text = show('missing', 'refused', 'missing');
  expect(text).toContain('3 keys are missing');
  expect(text).toContain('3 tasks are waiting for them');
  await userEvent.click(screen.getByRole('button', { name: 'Paste keys' }));
  expect(dialogs.getState().open).toEqual([{ kind: 'keys' }]);
});

/** Renders for reasons of its own, as the page does. */
function Around() {
  const [, setKeys] = useState(0);
  return (
    <>
      <button type="button" onClick={() => setKeys((keys) => keys + 1)}>
        Key
      </button>
      <Banners />
    </>
  );
}

test('a key pressed in the search, which renders it too, looks through no tasks', () => {
  // No second passes.
  vi.useFakeTimers();
  board = aBoard([[aTracked(), anAnswer({ state: 'running' })]]);
  const turnMs = vi.spyOn(board.engine, 'turnMs');
  renderOn(board, <Around />);
  const looked = turnMs.mock.calls.length;
  expect(looked).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('button', { name: 'Key' }));
  expect(turnMs.mock.calls.length).toBe(looked);
});
