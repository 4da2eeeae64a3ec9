// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';
import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { boardIndexOf } from '~/engine/answers/board-index';
import { translate } from '~/i18n/i18n';
import { selection, selectOnly } from '~/task-view/selection/selection';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { outcome, tellOutcome } from './outcome';
import { RelocateDialog } from './relocate-dialog';
import { runBulk } from './run-bulk';
import { UseKeyDialog } from './use-key-dialog';

const A = 'https://a.test';
const B = 'https://b.test';
const OFFER = { services: [], otherAddresses: true };
const one = aTracked({ base: A, taskId: 'one', connectionId: 'key-a' });
const two = aTracked({ base: A, taskId: 'two', connectionId: 'key-a2' });
const theirs = aTracked({ base: B, taskId: 'one', connectionId: 'key-b' });
const RUNNING = anAnswer({ state: 'running' });

let board: TestBoard | undefined;
beforeEach(() => {
  dialogs.setState({ open: [] });
  tellOutcome(null);
});
afterEach(() => {
  cleanup();
  board?.stop();
});

const keys = [one, two].map(refKey);
const all = (): TrackedTask[] => [...(board?.engine.tracked.getState().tasks.values() ?? [])];
function start(withKeys = true, ...tasks: TrackedTask[]): TestBoard {
  board = aBoard(
    tasks.map((task) => [task, RUNNING]),
    { withKeys },
  );
  selectOnly(keys);
  return board;
}
const run = (action: 'changeKey' | 'keep', made: TestBoard) => {
  const index = boardIndexOf(made.engine);
  const cards = [...selection.getState().keys].flatMap((key) => index.card(key) ?? []);
  return runBulk(action, cards, { engine: made.engine, t: translate, now: 0 });
};
const relocate = (made: TestBoard): void =>
  void renderOn(made, <RelocateDialog keys={keys} offer={OFFER} onClose={() => {}} />);

test('tasks go to a service with its own key; what it has already stays, and is said', async () => {
  const made = start(true, one, two, theirs);
  relocate(made);
  expect(screen.getByText(/The key used so far stays where it is/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Move' }));
  await vi.waitFor(() => expect(outcome.getState().last?.text).toBe('1 task moved to b.test'));
  expect(outcome.getState().last?.skipped).toEqual([{ why: 'there', keys: [refKey(one)] }]);
  expect([...selection.getState().keys]).toEqual([`${B} two`, refKey(one)]);
  expect(dialogs.getState().open).toEqual([]);
  outcome.getState().last?.undo?.();
  expect(new Set(all())).toEqual(new Set([one, two, theirs]));
  expect([...selection.getState().keys].toSorted()).toEqual(keys.toSorted());
});

test('what is no address, or this page’s own, moves nothing', async () => {
  const made = start(true, one, two);
  relocate(made);
  for (const wrong of ['not an address', location.origin]) {
    const field = screen.getByRole('textbox', { name: 'Address' });
    await userEvent.clear(field);
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await userEvent.type(field, `${wrong}{Enter}`);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  }
  expect(all()).toEqual([one, two]);
});

test('where the new service has no key, it is asked for, and none is taken from elsewhere', async () => {
  const made = start(true, one, two);
  relocate(made);
  await userEvent.type(screen.getByRole('textbox', { name: 'Address' }), 'b.test{Enter}');
  await vi.waitFor(() =>
    expect(dialogs.getState().open).toEqual([
      { kind: 'change-key', wanted: { base: B, connectionId: null } },
    ]),
  );
  expect(all().map(({ base, connectionId }) => [base, connectionId])).toEqual([
    [B, null],
    [B, null],
  ]);
});

test('another key of the service is chosen for these tasks alone, and taken back', async () => {
  const third = aTracked({ base: A, taskId: 'three', connectionId: 'key-a' });
  const made = start(true, one, two, third);
  await run('changeKey', made);
  expect(dialogs.getState().open).toMatchObject([{ kind: 'use-key', base: A, keys }]);
  renderOn(made, <UseKeyDialog base={A} keys={keys} onClose={() => {}} />);
  await userEvent.selectOptions(screen.getByRole('combobox'), 'key-a2');
  await userEvent.click(screen.getByRole('button', { name: 'Use this key' }));
  await vi.waitFor(() => expect(outcome.getState().last).not.toBeNull());
  expect(all().map(({ connectionId }) => connectionId)).toEqual(['key-a2', 'key-a2', 'key-a']);
  outcome.getState().last?.undo?.();
  expect(all()).toEqual([one, two, third]);
});

test('a key that no longer works is replaced, so that all of its tasks go on', async () => {
  await run('changeKey', start(false, one, two));
  expect(dialogs.getState().open).toMatchObject([
    { kind: 'change-key', wanted: { base: A, connectionId: 'key-a' } },
  ]);
});

test('tasks of several services: the most are asked about, the others said', async () => {
  const made = start(true, one, two, theirs);
  selectOnly([...keys, refKey(theirs)]);
  await run('changeKey', made);
  expect(dialogs.getState().open).toMatchObject([{ kind: 'use-key', base: A, keys }]);
  expect(outcome.getState().last).toMatchObject({
    text: '2 of 3',
    skipped: [{ why: 'otherService', keys: [refKey(theirs)] }],
  });
});
