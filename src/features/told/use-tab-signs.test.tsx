// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { BOARD } from '~/address/screens';
import { changeView } from '~/address/use-view';
import { locked } from '~/prefs/locked';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { useTabSigns } from './use-tab-signs';

let board: TestBoard;
const unlocked = locked.getState();
afterEach(() => {
  cleanup();
  board.stop();
  changeView({ screen: BOARD });
  locked.setState(unlocked, true);
});

function Signs() {
  useTabSigns();
  return null;
}

test('the title of the page names the screen', () => {
  const task = aTracked({ label: 'Lighthouse, take 2' });
  board = aBoard([[task, anAnswer({ state: 'running' })]]);
  const { unmount } = renderOn(board, <Signs />);
  expect(document.title).toBe('Board · Rushes');
  act(() => changeView({ screen: { kind: 'task', task } }));
  expect(document.title).toBe('Lighthouse, take 2 · Rushes');
  act(() => locked.setState({ isLocked: true }));
  expect(document.title).toBe('Locked · Rushes');
  act(() => locked.setState({ isLocked: false }));
  expect(document.title).toBe('Lighthouse, take 2 · Rushes');
  act(() => changeView({ screen: { kind: 'help', about: '' } }));
  expect(document.title).toBe('Help · Rushes');
  unmount();
  expect(document.title).toBe('Rushes');
});

test('the title of a locked page names nothing that is hidden', () => {
  const task = aTracked({ label: 'Lighthouse, take 2' });
  board = aBoard([[task, anAnswer({ state: 'running' })]]);
  changeView({ screen: { kind: 'task', task } });
  renderOn(board, <Signs />);
  act(() => locked.setState({ isLocked: true }));
  expect(document.title).toBe('Locked · Rushes');
});
