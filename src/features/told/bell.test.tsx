// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { dialogs, openDialog } from '~/address/dialogs';
import type { TaskState } from '~/core/task';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { isCovered } from '~/ui/keys';
import { anAnswer, aTracked } from '~test/builders';

import { Bell } from './bell';
import { tellChoices } from './choices';

let board: TestBoard | undefined;
const browser = { permission: 'default', requestPermission: vi.fn<() => Promise<string>>() };

beforeEach(() => {
  browser.permission = 'default';
  browser.requestPermission.mockImplementation(async () => (browser.permission = 'granted'));
  vi.stubGlobal('Notification', browser);
});

afterEach(() => {
  cleanup();
  board?.stop();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  dialogs.setState({ open: [] });
  tellChoices.setState(tellChoices.getInitialState(), true);
});

function show(state: TaskState): void {
  board = aBoard([[aTracked(), anAnswer({ state })]]);
  renderOn(board, <Bell all={null} />);
}

const question = () => screen.queryByRole('dialog', { name: 'Tell you when a batch is done?' });

test('at the first running task it is explained and asked, without taking the focus', async () => {
  show('running');
  expect(question()).toBeTruthy();
  expect(document.activeElement).toBe(document.body);
  expect(browser.requestPermission).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Yes, tell me' }));
  expect(browser.requestPermission).toHaveBeenCalledOnce();
  expect(tellChoices.getState()).toMatchObject({ on: true, asked: true });
  expect(question()).toBeNull();
});

test('while it stands there unasked, the keys of the page act as before', () => {
  show('running');
  expect(question()).toBeTruthy();
  expect(isCovered()).toBe(false);
});

test('it is not asked while nothing runs, where the browser says no, nor over a dialog', () => {
  show('completed');
  expect(question()).toBeNull();
  cleanup();
  browser.permission = 'denied';
  show('running');
  expect(question()).toBeNull();
  cleanup();
  browser.permission = 'default';
  openDialog({ kind: 'settings' });
  show('running');
  expect(question()).toBeNull();
  act(() => dialogs.setState({ open: [] }));
  expect(question()).toBeTruthy();
});

test.each(['Not now', '{Escape}'])(
  '“%s” is an answer, and it is not asked again',
  async (answer) => {
    show('running');
    if (answer === '{Escape}') await userEvent.keyboard(answer);
    else await userEvent.click(screen.getByRole('button', { name: answer }));
    expect(tellChoices.getState()).toMatchObject({ on: false, asked: true });
    cleanup();
    show('running');
    expect(question()).toBeNull();
  },
);

test('by keyboard the bell opens the choices, and has the focus again after them', async () => {
  tellChoices.setState({ asked: true, muted: [{ key: 'batch b1', name: 'Friday set' }] });
  show('running');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  const panel = screen.getByRole('dialog', { name: 'Notices' });
  expect(panel.contains(document.activeElement)).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Unmute Friday set' }));
  expect(tellChoices.getState().muted).toEqual([]);
  await userEvent.click(screen.getByRole('switch', { name: 'Sound' }));
  expect(tellChoices.getState().sound).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Notices' }));
});

test('where the browser says no, that is said, with what helps', async () => {
  browser.permission = 'denied';
  show('running');
  await userEvent.click(screen.getByRole('button', { name: 'Notices' }));
  expect(screen.getByText(/blocks notices from this page/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'How to allow them' }));
  expect(screen.getByText(/set Notifications to Allow/)).toBeTruthy();
});
