// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';
import { parseView } from '~/address/view';
import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { writeBoardFile, type CarriedTask } from '~/engine/board-file/board-file';
import { toLinkText } from '~/engine/board-file/link';
import { takeToasts } from '~/ui/toast';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked, NOW } from '~test/builders';

import type { Offer } from './read-shared';
import { SharedDialog } from './shared-dialog';

const BASE = 'https://api.example.com';
const OPEN: Offer = { services: [], otherAddresses: true };
const mine = aTracked({ taskId: 'a', label: 'Mine', note: 'Too dark' });
const theirs = aTracked({ taskId: 'a', label: 'Theirs', note: 'Client likes it', pickedAt: NOW });
const fresh = aTracked({ taskId: 'b', shot: 'SH020 Harbour', label: 'take 2', tags: ['hero'] });

let board: TestBoard;
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  location.hash = '';
  dialogs.setState({ open: [] });
  board = aBoard([[mine, anAnswer({ state: 'running' })]], { fetch: fetched });
});
afterEach(() => {
  cleanup();
  board.stop();
  takeToasts();
});

async function open(
  tasks: readonly (TrackedTask | CarriedTask)[],
  {
    offer = OPEN,
    opens = null,
    isBackup = false,
  }: { offer?: Offer; opens?: string | null; isBackup?: boolean } = {},
): Promise<void> {
  const text = writeBoardFile({ name: 'Spot', isBackup, madeAt: NOW, opens, tasks });
  const from = { link: await toLinkText(text) };
  renderOn(board, <SharedDialog from={from} offer={offer} onClose={() => {}} />);
  await screen.findByRole('dialog');
}
const press = async (name: string): Promise<void> =>
  userEvent.click(screen.getByRole('button', { name }));
const onBoard = (taskId: string, base = BASE): TrackedTask | undefined =>
  board.engine.tracked.getState().tasks.get(refKey({ base, taskId }));

test('adds what is new with the own key of that service, and to what is there a pick and a note; one undo for both', async () => {
  await open([theirs, fresh]);
  expect(
    screen.getByText(/1 shot · 1 pick · from api.example.com, a service you use/),
  ).toBeTruthy();
  expect(screen.getByRole('radio', { name: /Mine for api.example.com/ })).toHaveProperty(
    'checked',
    true,
  );
  expect(screen.getByText(/already on your board/)).toBeTruthy();
  expect(fetched).not.toHaveBeenCalled();
  await press('Add 1 task');
  await waitFor(() => expect(onBoard('b')).toBeTruthy());
  expect(onBoard('b')).toMatchObject({
    connectionId: 'c1',
    shot: 'SH020 Harbour',
    tags: ['hero'],
    batch: { name: 'Spot' },
  });
  await waitFor(() => expect(onBoard('a')?.pickedAt).toBe(NOW));
  expect(onBoard('a')).toMatchObject({ label: 'Mine', note: 'Too dark\nClient likes it' });
  let toast: ReturnType<typeof takeToasts>[number] | undefined;
  await waitFor(() => expect((toast = takeToasts()[0])).toBeTruthy());
  expect(toast?.text).toBe('1 task added; 1 that you had says more now');
  toast?.action?.run();
  expect(onBoard('b')).toBeUndefined();
  expect(onBoard('a')).toMatchObject({ note: 'Too dark', pickedAt: null });
});

test('where all of it is there already, nothing is offered to be added, and no key is asked for', async () => {
  await open([{ ...mine, note: null }]);
  expect(screen.getByText(/All of it is on your board already/)).toBeTruthy();
  expect(screen.queryByText('Whose key?')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  await press('OK');
  expect(onBoard('a')).toMatchObject({ label: 'Mine', note: 'Too dark' });
});

test('a card that is there says what it said, and no more than a pick, tags and a note', async () => {
  const columns = { Director: 'Ana' };
  const more = { label: null, shot: 'SH666', columns, batch: { id: 'b9', name: 'Theirs' } };
  const said = { ...mine, label: null, shot: null, columns: {}, batch: null };
  board.stop();
  board = aBoard([[said, anAnswer({ state: 'running' })]], { fetch: fetched });
  await open([{ ...theirs, ...more, label: 'Theirs', tags: ['hero'], changedAt: 1e300 }], {
    isBackup: true,
  });
  await press('Add picks, notes and tags');
  await waitFor(() => expect(onBoard('a')?.tags).toEqual(['hero']));
  const { label, shot, columns: cells, batch } = onBoard('a') ?? said;
  expect({ label, shot, cells, batch }).toEqual({
    label: null,
    shot: null,
    cells: {},
    batch: null,
  });
});

test('an address that is new is said to be, and gets no key', async () => {
  const base = 'https://new.example.net';
  await open([{ ...fresh, base }]);
  expect(screen.getByText(/You have never used https:\/\/new\.example\.net\./)).toBeTruthy();
  expect(screen.queryByRole('radio', { name: /Mine/ })).toBeNull();
  await press('Add 1 task');
  await waitFor(() => expect(onBoard('b', base)).toBeTruthy());
  expect(onBoard('b', base)).toMatchObject({ connectionId: null, otherConnectionIds: [] });
  expect(fetched).not.toHaveBeenCalled();
});

test('a key that is pasted is asked for in its own dialog, and is gone again with Not now', async () => {
  const base = 'https://new.example.net';
  await open([{ ...fresh, base }]);
  await press('Paste a key…');
  const [asked] = dialogs.getState().open;
  if (asked?.kind !== 'change-key') throw new Error('no key is asked for');
  expect(asked.wanted).toEqual({ base, connectionId: null });
  const { connectionIds } = await board.engine.add({
    base,
    keys: ['sk-pasted1234567890'],
    keep: 'tab',
    tasks: [],
    batch: null,
  });
  asked.onKey?.(connectionIds[0] ?? '');
  expect(await screen.findByRole('radio', { name: /Mine for new.example.net/ })).toHaveProperty(
    'checked',
    true,
  );
  // One that came from elsewhere meanwhile, such as another tab, stays.
  const { connectionIds: stays } = await board.engine.add({
    base,
    keys: ['sk-other12345678901'],
    keep: 'tab',
    tasks: [],
    batch: null,
  });
  // So does one that was pasted again.
  asked.onKey?.('c1');
  await press('Not now');
  await waitFor(() =>
    expect([...board.engine.connections.getState().connections.keys()]).toEqual(['c1', ...stays]),
  );
});

test('with the videos’ links a card can be watched at once, and claims no check', async () => {
  const base = 'https://new.example.net';
  const video = { url: 'https://cdn.test/b.mp4', expiresAt: NOW + 1000, poster: null };
  await open([{ ...fresh, base, video }]);
  await press('Add 1 task');
  await waitFor(() => expect(onBoard('b', base)).toBeTruthy());
  expect(onBoard('b', base)).not.toHaveProperty('video');
  expect(board.engine.answers.get({ base, taskId: 'b' })).toMatchObject({
    task: { state: 'completed', video: { kind: 'link', url: video.url }, expiresAt: NOW + 1000 },
    askedAt: null,
    answeredAt: null,
    sightings: [],
  });
});

test.each([
  [`#/compare/${encodeURIComponent(BASE)}/a/${encodeURIComponent(BASE)}/b`, 'compare'],
  ['#/task/x/y', 'board'],
  ['https://evil.test/', 'board'],
])('afterwards %s leads to the %s', async (opens, kind) => {
  await open([theirs, fresh], { opens });
  await press('Add 1 task');
  await waitFor(() => expect(takeToasts()).toHaveLength(1));
  await waitFor(() => expect(parseView(location.hash).screen.kind).toBe(kind));
});

test('a service that is not offered is named, and nothing of the link is shown', async () => {
  const offer = { services: [{ base: 'https://api.a.test' }], otherAddresses: false };
  await open([fresh], { offer });
  expect(screen.getByRole('dialog', { name: 'This cannot be opened' })).toBeTruthy();
  expect(screen.getByText(/It names api.example.com, which this page does not offer/)).toBeTruthy();
  expect(screen.queryByText(/SH020/)).toBeNull();
});
