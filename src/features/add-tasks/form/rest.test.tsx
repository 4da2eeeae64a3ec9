// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import { aBoard, renderOn, type TestBoard } from '~test/board';

import { AddForm } from './add-form';
import type { DraftText } from './draft-text';

const K1 = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const K2 = 'sk-Hx5tR2m9Zc64qWs83d7aLp0q';
const [ONE, TWO, THREE] = ['video_abc123', 'task_9f8e7d6c', 'video_def456'];
const OFFER = {
  otherAddresses: true,
  services: [
    { name: 'Studio gateway', base: 'https://studio.test' },
    { name: 'Other gateway', base: 'https://other.test' },
  ],
};

let board: TestBoard | undefined;
afterEach(() => {
  cleanup();
  board?.stop();
});

const service: typeof fetch = () =>
  Promise.resolve(
    new Response(JSON.stringify({ id: 'x', status: 'queued' }), {
      headers: { 'content-type': 'application/json' },
    }),
  );
const tracked = (): string[] =>
  [...(board?.engine.tracked.getState().tasks.values() ?? [])].map(
    ({ base, taskId }) => `${base} ${taskId}`,
  );

test('what was said about a text stays said while its questions are open', async () => {
  const user = userEvent.setup();
  board = aBoard([], { fetch: service });
  const onAdded = vi.fn<(rest: DraftText | null) => void>();
  const text = `https://a.test ${K1} ${ONE} ${TWO}\n\n${K2}\n${THREE}`;
  const { unmount } = renderOn(board, <AddForm offer={OFFER} initial={text} onAdded={onAdded} />);
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Service for 2 tasks' }),
    'Studio gateway',
  );
  await user.click(screen.getByRole('button', { name: `${TWO}, task` }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'Ignore' }));
  await user.type(screen.getByRole('textbox', { name: 'Batch' }), 'Friday');
  await user.click(screen.getByRole('button', { name: 'Add 1 task' }));
  await waitFor(() => expect(onAdded).toHaveBeenCalledOnce());
  expect(tracked()).toEqual([`https://studio.test ${ONE}`]);
  unmount();

  const rest = onAdded.mock.calls[0]?.[0];
  renderOn(board, <AddForm offer={OFFER} initial={rest ?? ''} onAdded={onAdded} />);
  expect(screen.getByRole('button', { name: 'Add 1 task' })).toHaveProperty('disabled', true);
  expect(screen.getByText('1 already on the board')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Keys and task ids' }), ' thanks');
  expect(screen.getByRole('button', { name: `${TWO}, ignored` })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Other gateway' }));
  await user.click(screen.getByRole('button', { name: 'Add 1 task' }));
  await waitFor(() =>
    expect(tracked()).toEqual([`https://studio.test ${ONE}`, `https://other.test ${THREE}`]),
  );
  const [, task] = board.engine.tracked.getState().tasks.values();
  expect(task?.batch?.name).toBe('Friday');
});

test('a text that has arrived stays one while its questions are open', async () => {
  board = aBoard([], { fetch: service });
  const onAdded = vi.fn<(rest: DraftText | null) => void>();
  const text = `https://studio.test ${K1} ${ONE}\n\nhttps://evil.test ${K2} ${THREE}`;
  const { unmount } = renderOn(
    board,
    <AddForm offer={OFFER} initial={text} arrived onAdded={onAdded} />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Add 1 task' }));
  await waitFor(() => expect(tracked()).toEqual([`https://studio.test ${ONE}`]));
  unmount();

  const rest = onAdded.mock.calls[0]?.[0];
  renderOn(board, <AddForm offer={OFFER} initial={rest ?? ''} onAdded={onAdded} />);
  expect(screen.getByRole('button', { name: 'Add 1 task' })).toHaveProperty('disabled', true);
  expect(await screen.findByText(/^A link or another app has brought this text\./)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'evil.test' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add 1 task' }));
  await waitFor(() =>
    expect(tracked()).toEqual([`https://studio.test ${ONE}`, `https://evil.test ${THREE}`]),
  );
});
