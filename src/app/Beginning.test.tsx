// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { BOARD } from '~/address/screens';
import { changeView } from '~/address/use-view';
import { aBoard, renderOn, type TestBoard } from '~test/board';

import { Beginning } from './Beginning';

let board: TestBoard | undefined;
afterEach(() => {
  cleanup();
  board?.stop();
  changeView({ screen: BOARD });
});

function show(): void {
  board = aBoard([]);
  const page = (
    <>
      <Beginning />
      <main tabIndex={-1}>
        <p>
          <button type="button">Remove</button>
          <button type="button">Next</button>
        </p>
      </main>
    </>
  );
  renderOn(board, page);
}

test('the first screen is named in the title, and so is what is opened there', () => {
  show();
  expect(document.title).toBe('Add tasks · Rushes');
  act(() => changeView({ screen: { kind: 'help', about: '' } }));
  expect(document.title).toBe('Help · Rushes');
});

test('its first stop leads past the banner', () => {
  show();
  screen.getByRole('link', { name: 'Skip to the content' }).click();
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

test('what vanishes there hands the focus to what is beside it', async () => {
  show();
  const gone = screen.getByRole('button', { name: 'Remove' });
  act(() => gone.focus());
  gone.remove();
  const next = screen.getByRole('button', { name: 'Next' });
  await waitFor(() => expect(document.activeElement).toBe(next));
});
