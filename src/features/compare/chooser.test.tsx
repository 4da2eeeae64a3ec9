// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { Chooser } from './chooser';

const SHOT = 'SH040 Ridge';
const take = (n: number, change: Partial<TrackedTask> = {}) =>
  aTracked({ taskId: `task_${n}`, shot: SHOT, label: `${SHOT}, Take ${n}`, ...change });
const ready = (prompt: string): Answer =>
  anAnswer({ state: 'completed', prompt, video: { kind: 'link', url: 'https://cdn.test/a.mp4' } });

const TAKES = [1, 2, 3, 4, 5].map((n) => take(n));
const [ONE, TWO] = TAKES as [TrackedTask, TrackedTask];

let board: TestBoard;
beforeEach(() => {
  location.hash = '';
});
afterEach(() => {
  cleanup();
  board.stop();
});

function show(
  chosen: readonly TrackedTask[],
  more: readonly (readonly [TrackedTask, Answer])[] = [],
) {
  board = aBoard([...TAKES.map((one, at) => [one, ready(`Prompt ${at + 1}`)] as const), ...more]);
  const onClose = vi.fn<() => void>();
  renderOn(board, <Chooser chosen={chosen} group={null} onClose={onClose} />);
  return onClose;
}

const list = () => within(screen.getByRole('list', { name: 'Takes' }));
/** The takes by the place where they stand. */
const places = () =>
  list()
    .getAllByRole('button', { pressed: true })
    .map((one) => one.getAttribute('aria-label') ?? '')
    .toSorted((a, b) => a.slice(-1).localeCompare(b.slice(-1)))
    .map((name) => name.replace(/, in place \d/, ''));
const firstHasFocus = () =>
  vi.waitFor(() =>
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Take 1, in place 1'),
  );
const find = (text: string) =>
  userEvent.type(screen.getByRole('searchbox', { name: 'Search shots, prompts, notes' }), text);

test('the first take of the shot has the focus, and number keys put takes into places', async () => {
  show([ONE, TWO]);
  const { keyboard } = userEvent;
  await firstHasFocus();
  await keyboard('2');
  expect(places()).toEqual(['Take 2', 'Take 1']);
  list().getByRole('button', { name: 'Take 3' }).focus();
  await keyboard('1');
  expect(places()).toEqual(['Take 3', 'Take 1']);
  expect(screen.getByText(`${SHOT}, Take 3 is in place 1`)).toBeTruthy();
});

test('a number is for the take under the pointer, and text in the search', async () => {
  show([ONE, TWO]);
  await firstHasFocus();
  const user = userEvent.setup();
  await user.hover(list().getByText('Prompt 4'));
  await user.keyboard('1');
  expect(places()).toEqual(['Take 4', 'Take 2']);
  await find('Prompt 5');
  await vi.waitFor(() => expect(list().getAllByRole('button')).toHaveLength(1));
});

test('a place that is pressed gets the take that is chosen next', async () => {
  show([ONE, TWO]);
  await userEvent.click(screen.getByRole('button', { name: `Place 1: ${SHOT}, Take 1` }));
  expect(screen.getByText('Now choose the take for place 1.')).toBeTruthy();
  await userEvent.click(list().getByRole('button', { name: 'Take 5' }));
  await userEvent.click(list().getByRole('button', { name: 'Take 3' }));
  expect(places()).toEqual(['Take 5', 'Take 2', 'Take 3']);
});

test('what is chosen is opened, each task once, and fewer than two cannot be compared', async () => {
  const onClose = show([ONE]);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Compare 1' }).disabled).toBe(true);
  await userEvent.click(list().getByRole('button', { name: 'Take 3' }));
  await userEvent.click(screen.getByRole('button', { name: 'Compare 2' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(location.hash).toMatch(/^#\/compare\/[^/]+\/task_1\/[^/]+\/task_3$/);
});

test('takes that still run are shown, say so, and cannot be pressed; failed ones are left out', () => {
  show(
    [ONE],
    [
      [take(6), anAnswer({ state: 'running', progress: 71, prompt: 'An orbit' })],
      [take(7), anAnswer({ state: 'failed', prompt: 'Too hot' })],
    ],
  );
  expect(screen.getByRole('radio', { name: 'This shot 6' })).toBeTruthy();
  const item = screen.getByText('An orbit').closest('li');
  expect(item?.textContent).toContain('Not ready yet');
  expect(item?.querySelector('button')).toBeNull();
  expect(screen.queryByText('Too hot')).toBeNull();
});

test('picks and all that is ready are a press away, and a search says where it found something', async () => {
  const other = { shot: 'SH050 Sea', label: 'The sea', note: 'für später' };
  show(
    [ONE],
    [
      [take(8, { ...other, pickedAt: NOW }), ready('Waves')],
      [take(9, { ...other, label: 'Another sea' }), ready('Foam')],
    ],
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Picks 1' }));
  expect(list().getAllByRole('button', { name: 'The sea' })).toHaveLength(1);
  await find('spater');
  for (const name of ['This shot 0', 'Picks 1', 'All ready 2']) {
    expect(await screen.findByRole('radio', { name })).toBeTruthy();
  }
  await userEvent.click(screen.getByRole('radio', { name: 'This shot 0' }));
  expect(
    screen.getByText('No take here fits. Choose from another list, or clear the search.'),
  ).toBeTruthy();
});

test('of very many takes only some are drawn until more are asked for, and the search knows all', async () => {
  const many = Array.from({ length: 2000 }, (_, n) =>
    take(100 + n, { shot: null, label: `T${n}` }),
  );
  show(
    [ONE],
    many.map((one, n) => [one, ready(`Many ${n}`)] as const),
  );
  await userEvent.click(screen.getByRole('radio', { name: 'All ready 2005' }));
  expect(list().getAllByRole('listitem')).toHaveLength(60);
  await userEvent.click(screen.getByRole('button', { name: 'Show 60 more' }));
  expect(list().getAllByRole('listitem')).toHaveLength(120);
  await find('T1777');
  await vi.waitFor(() => expect(list().getAllByRole('listitem')).toHaveLength(1));
  expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
});
