// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import { refKey } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import { fromLinkText } from '~/engine/board-file/link';
import { readBoardFile } from '~/engine/board-file/read-board-file';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { ShareDialog } from './share-dialog';

const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';
const HOUR = 3_600_000;
const one = aTracked({
  taskId: 'a',
  label: 'take 1',
  shot: 'SH010',
  columns: { Client: 'Northwind' },
  pickedAt: 3,
  note: `not ${KEY}`,
});
const two = aTracked({ taskId: 'b' });
const sample = aTracked({ base: SAMPLE_BASE, taskId: 'c' });
const keyLike = aTracked({ taskId: KEY });
const video = { kind: 'link', url: 'https://cdn.test/a.mp4?sig=1' } as const;

let board: TestBoard;
const sent: ShareData[] = [];

afterEach(() => {
  cleanup();
  board.stop();
  sent.length = 0;
  for (const name of ['share', 'canShare']) Reflect.deleteProperty(navigator, name);
});

function open(...tasks: (typeof one)[]): void {
  show(tasks, 'Harbour');
}

function show(tasks: readonly (typeof one)[], name: string): void {
  board = aBoard([
    [one, anAnswer({ state: 'completed', video, expiresAt: Date.now() + HOUR })],
    [two, anAnswer({ state: 'completed', video: { kind: 'content' } })],
    [sample, anAnswer({ state: 'running' })],
    [keyLike, anAnswer({ state: 'running' })],
  ]);
  Object.assign(navigator, {
    share: async (data: ShareData) => void sent.push(data),
    canShare: () => true,
  });
  renderOn(board, <ShareDialog keys={tasks.map(refKey)} name={name} onClose={() => {}} />);
}

async function shared(): Promise<string> {
  const button = screen.getByRole('button', { name: 'Share…' });
  await waitFor(() => expect(button).toHaveProperty('disabled', false));
  await userEvent.click(button);
  const url = sent.at(-1)?.url ?? '';
  expect(url).toContain('#/share/');
  return (await fromLinkText(url.split('#/share/')[1] ?? '')) ?? '';
}

const holds = (): (string | null)[] =>
  within(screen.getByRole('region', { name: 'What it holds' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

test('says what it holds and never holds before anything leaves, and holds no key', async () => {
  open(one, two);
  expect(screen.getByRole('dialog', { name: 'Share 2 tasks' })).toBeTruthy();
  expect(holds()).toEqual([
    '2 task ids, names, shots',
    'Client',
    'Picks, notes',
    'The address api.example.com',
    'Never your key',
    'No answers of the service',
    'No videos’ links, unless ticked',
  ]);
  const text = await shared();
  expect(text).not.toContain(KEY);
  expect(text).not.toContain('cdn.test');
  expect(text).not.toMatch(/connection|"c1"/);
  expect(readBoardFile(text, 0)).toMatchObject({ file: { name: 'Harbour', tasks: [{}, {}] } });
});

test('gives the links of videos on that open without a key only if ticked, and says until when', async () => {
  open(one, two);
  const box = screen.getByRole('checkbox', { name: 'With the videos’ links' });
  expect(screen.getByText(/watch 1 video without a key, until its link expires \(t/)).toBeTruthy();
  await userEvent.click(box);
  expect(holds()).toContain('The link of 1 video');
  expect(holds()).not.toContain('No videos’ links, unless ticked');
  expect(await shared()).toContain(video.url);
});

test('leaves out what everybody has, and what looks like a key', async () => {
  open(one, sample, keyLike);
  expect(screen.getByRole('dialog', { name: 'Share 1 task' })).toBeTruthy();
  expect(screen.getByText(/is of the sample board/)).toBeTruthy();
  expect(screen.getByText(/looks like a key/)).toBeTruthy();
  expect(await shared()).not.toContain(KEY);
});

test('saves the same as a file, whose name holds no key either', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:a';
  });
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  show([one], `Harbour: ${KEY}`);
  await userEvent.click(screen.getByRole('button', { name: 'Save file' }));
  expect(names[0]).toMatch(/^Harbour {1,2}sk-… \d{4}-\d\d-\d\d\.rushes\.json$/);
  expect(await saved[0]?.text()).toBe(await shared());
  vi.restoreAllMocks();
});
