// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { refKey } from '~/core/answer';
import { offerCells } from '~/task-view/selection/shown-cells';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { MoreBulkMenu } from './more-bulk-menu';

const one = aTracked({ taskId: 'a', label: 'take 1' });
const two = aTracked({ taskId: 'b', label: '=1+1' });
const READY = anAnswer({
  state: 'completed',
  prompt: 'A lighthouse',
  video: { kind: 'link', url: 'https://cdn.test/a.mp4' },
});

let board: TestBoard;
beforeEach(() => {
  board = aBoard([
    [one, READY],
    [two, anAnswer({ state: 'running', prompt: null })],
  ]);
});
afterEach(() => {
  cleanup();
  board.stop();
});

async function copyCells(): Promise<string> {
  const user = userEvent.setup();
  const anchor = document.body.appendChild(document.createElement('button'));
  const menu = <MoreBulkMenu keys={[one, two].map(refKey)} anchor={anchor} onClose={() => {}} />;
  renderOn(board, menu);
  await user.click(
    await screen.findByRole('menuitem', { name: 'Copy as cells for a spreadsheet' }),
  );
  anchor.remove();
  return navigator.clipboard.readText();
}

test('cells of cards say name, id, link and prompt, and run nothing in a spreadsheet', async () => {
  expect((await copyCells()).split('\n')).toEqual([
    'take 1\ta\thttps://cdn.test/a.mp4\tA lighthouse',
    "'=1+1\tb\t\t",
  ]);
});

test('where a table is shown, its own cells are copied: those of the chosen tasks', async () => {
  const end = offerCells((keys) => ['Name\tClient', ...keys].join('\n'));
  expect((await copyCells()).split('\n')).toEqual(['Name\tClient', refKey(one), refKey(two)]);
  cleanup();
  end();
  expect(await copyCells()).toContain('A lighthouse');
});
