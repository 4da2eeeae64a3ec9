// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';
import { refKey } from '~/core/answer';
import { mediaOf } from '~/engine/media/media-of';
import { testVideo } from '~/engine/media/test-video';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { SendDialog } from './send-dialog';

const shot = 'SH010 Lighthouse';
const one = aTracked({ taskId: 'a', shot, label: 'take 1' });
const two = aTracked({ taskId: 'b', shot, label: 'take 2', addedAt: NOW + 1 });
const running = aTracked({ taskId: 'c', shot, label: 'take 3' });
const READY = anAnswer({ state: 'completed', video: { kind: 'content' } });

let board: TestBoard;
const shared: ShareData[] = [];

beforeEach(() => {
  shared.length = 0;
  dialogs.setState({ open: [] });
  board = aBoard([
    [one, READY],
    [two, READY],
    [running, anAnswer({ state: 'running' })],
  ]);
});
afterEach(() => {
  cleanup();
  board.stop();
  vi.unstubAllGlobals();
});

function sheet(canShare?: () => boolean): void {
  const share = (data: ShareData): Promise<void> => {
    shared.push(data);
    return Promise.resolve();
  };
  Object.assign(navigator, { share, canShare });
}
function noSheet(): void {
  for (const name of ['share', 'canShare']) Reflect.deleteProperty(navigator, name);
}
afterEach(noSheet);

const open = (...tasks: (typeof one)[]): void => {
  renderOn(board, <SendDialog keys={tasks.map(refKey)} onClose={() => {}} />);
};
const files = (): (string | null)[] =>
  within(screen.getByRole('list', { name: 'Names of the files' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

test('says what the files will be called, and what has none', async () => {
  open(one, two, running);
  expect(screen.getByRole('dialog', { name: 'Send 2 videos' })).toBeTruthy();
  expect(files()).toEqual(['SH010 Lighthouse – take 1.mp4', 'SH010 Lighthouse – take 2.mp4']);
  expect(screen.getByText('1 has no video yet and is only in the list.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Share…' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Download as ZIP' }));
  expect(dialogs.getState().open).toMatchObject([{ kind: 'download', named: 'takes' }]);
});

test('without any video there is the list alone, for a sheet too', async () => {
  sheet(() => true);
  open(running);
  expect(screen.getByText(/None of these has a video yet/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Download as ZIP' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: 'Share…' }));
  expect(shared).toEqual([{ text: 'SH010 Lighthouse · take 3\nc' }]);
});

test('hands the videos to the sheet where it takes them, else the list', async () => {
  sheet(() => true);
  vi.spyOn(mediaOf(board.engine), 'open').mockImplementation(async () => testVideo(['sea']));
  open(one, two);
  await userEvent.click(screen.getByRole('button', { name: 'Share…' }));
  await vi.waitFor(() => expect(shared).toHaveLength(1));
  expect(shared[0]?.files?.map(({ name }) => name)).toEqual(files());
  cleanup();

  sheet(() => false);
  open(one, two);
  await userEvent.click(screen.getByRole('button', { name: 'Share…' }));
  expect(shared[1]?.text).toContain('SH010 Lighthouse · take 2\nb');
});

test('says so where nothing can be fetched, and what is missing before it shares the rest', async () => {
  sheet(() => true);
  const gone = { kind: 'problem', reason: 'expired' } as const;
  const spy = vi.spyOn(mediaOf(board.engine), 'open').mockResolvedValue(gone);
  open(one, two);
  await userEvent.click(screen.getByRole('button', { name: 'Share…' }));
  expect(await screen.findByText(/there is nothing to share/)).toBeTruthy();
  spy.mockImplementation(async ({ taskId }) => (taskId === 'a' ? gone : testVideo(['sea'])));
  await userEvent.click(screen.getByRole('button', { name: 'Share…' }));
  expect(await screen.findByText(/1 video could not be fetched/)).toBeTruthy();
  expect(shared).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Share 1 video now' }));
  expect(shared[0]?.files).toHaveLength(1);
});

test('begins with the share sheet where a finger is used, and with a ZIP elsewhere', () => {
  const names = (): string[] =>
    screen.getAllByRole('button').map(({ textContent }) => textContent ?? '');
  sheet(() => true);
  open(one);
  expect(names().slice(0, 1)).toEqual(['Download as ZIP']);
  cleanup();
  const list = Object.assign(new EventTarget(), { matches: true });
  vi.spyOn(globalThis, 'matchMedia').mockImplementation(() => list as MediaQueryList);
  open(one);
  expect(names().slice(0, 2)).toEqual(['Share…', 'Download as ZIP']);
  expect(names().filter((name) => name === 'Share…')).toHaveLength(1);
  vi.restoreAllMocks();
});
