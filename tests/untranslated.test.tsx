// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { closeDialog, dialogs, openDialog, type Dialog } from '~/address/dialogs';
import { PLAIN_CONFIG } from '~/app/config';
import * as dialogParts from '~/app/dialog-parts';
import { OpenDialog } from '~/app/OpenDialog';
import * as settingsParts from '~/app/settings-parts';
import { refKey, type Answer } from '~/core/answer';
import { FAILURE_KINDS } from '~/core/failure';
import { PROBLEM_KINDS } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { FirstRun } from '~/features/add-tasks/form/first-run';
import { Details } from '~/features/details/details';
import { loadWords, setLocale } from '~/i18n/i18n';
import { TaskCard } from '~/task-view/card/task-card';

import { aBoard, renderOn, type TestBoard } from './board';
import { anAnswer, aTracked } from './builders';

// What the page takes for Japanese has no plain letter here; nor have dates and numbers of that language.
vi.mock('virtual:languages/others', async () => ({
  ja: (await import('virtual:languages/pseudo')).parts,
}));

/** Nothing that a person or a service has written has a Latin letter. */
const BASE = 'https://127.0.0.1';
const PROMPT = '狐狸跑过雪地';
/** Plain letters that are no words: units, file formats, what a key begins with, marks on keys of a keyboard, ids. */
const SPARED =
  /\b(?:[kMGT]?B|bytes?|MP4|ZIP|CSV|TSV|JSON|API|IDs?|QR|URL|sk|Ctrl|Esc|Tab|Enter|Home|End|PgUp|PgDn|Shift|Space|https?:\/\/\S+|mailto)\b/gi;

const task = (taskId: string, more: object = {}): TrackedTask =>
  aTracked({ base: BASE, taskId, label: '灯塔', ...more });

const CARDS: readonly [TrackedTask, Answer][] = [
  ...PROBLEM_KINDS.map((kind, at): [TrackedTask, Answer] => [
    task(`1${at}`),
    anAnswer(null, { problem: { kind, message: null, httpStatus: null, retryAfterMs: null } }),
  ]),
  ...FAILURE_KINDS.map((kind, at): [TrackedTask, Answer] => [
    task(`2${at}`),
    anAnswer({ state: 'failed', prompt: PROMPT, failure: { code: null, message: '错', kind } }),
  ]),
  ...(['queued', 'running', 'completed', 'cancelled', 'unknown'] as const).map(
    (state, at): [TrackedTask, Answer] => [
      task(`3${at}`),
      anAnswer({ state, prompt: PROMPT, progress: 40 }),
    ],
  ),
];
const [first] = CARDS;
if (!first) throw new Error('There are cards');
const key = refKey(first[0]);
const keys = CARDS.map(([tracked]) => refKey(tracked));
const anchor = document.body;

let board: TestBoard;
beforeEach(async () => {
  const parts = [...Object.values(dialogParts), ...Object.values(settingsParts)];
  await Promise.all(parts.map(async (part) => ('fetch' in part ? part.fetch() : undefined)));
  await loadWords('add', 'asks', 'groups', 'notices', 'later');
  await setLocale('ja');
  board = aBoard(CARDS);
});
afterEach(async () => {
  cleanup();
  await setLocale('en');
  board.stop();
  dialogs.setState({ open: [] });
});

test('whatever a card can show comes from the messages', () => {
  renderOn(
    board,
    keys.map((one) => <TaskCard key={one} taskKey={one} />),
  );
  expect(screen.getAllByRole('article')).toHaveLength(CARDS.length);
  expect(plainTexts()).toEqual([]);
});

test('the first screen comes from the messages', () => {
  renderOn(board, <FirstRun offer={PLAIN_CONFIG} onSample={() => undefined} />);
  expect(plainTexts()).toEqual([]);
});

test('the details of a task come from the messages', () => {
  renderOn(board, <Details task={first[0]} />);
  expect(plainTexts()).toEqual([]);
});

test.each<Dialog>([
  { kind: 'settings' },
  { kind: 'about' },
  { kind: 'private' },
  { kind: 'lock' },
  { kind: 'backup' },
  { kind: 'restore' },
  { kind: 'bin' },
  { kind: 'shortcuts' },
  { kind: 'palette' },
  { kind: 'keys' },
  { kind: 'notices' },
  { kind: 'add', text: '' },
  { kind: 'change-key', wanted: { base: BASE, connectionId: null } },
  { kind: 'share', keys, name: '批' },
  { kind: 'download', tasks: CARDS.map(([tracked]) => tracked) },
  { kind: 'send', keys },
  { kind: 'menu', key, anchor },
  { kind: 'rename', key },
  { kind: 'tag', keys },
  { kind: 'move', keys },
  { kind: 'takes', chosen: [], group: null },
  { kind: 'use-key', base: BASE, keys },
  { kind: 'relocate', keys },
  { kind: 'more-bulk', keys, anchor },
  { kind: 'columns', anchor },
  { kind: 'filter' },
  { kind: 'board-view' },
  { kind: 'edit-views' },
  { kind: 'note', key },
])('what $kind shows comes from the messages', async (dialog) => {
  openDialog(dialog);
  renderOn(
    board,
    <OpenDialog dialog={dialog} config={PLAIN_CONFIG} onClose={() => closeDialog(dialog)} />,
  );
  await waitFor(() => expect(document.body.textContent).toMatch(/[àéîöû]/));
  expect(plainTexts()).toEqual([]);
});

test('a text that is in no message would be found', () => {
  document.body.innerHTML = '<p>12 MB · Öþéñ</p><button aria-label="Close">✕</button><i>Open</i>';
  expect(plainTexts()).toEqual(['Close', 'Open']);
});

/** Words on the screen, or of assistive technology, that have a plain letter. */
function plainTexts(): string[] {
  const said = [...document.body.querySelectorAll('*')].flatMap((element) => [
    ...['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'placeholder'].map(
      (name) => element.getAttribute(name) ?? '',
    ),
    ...(element.matches('option[lang], style, script')
      ? []
      : [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map(textOf)),
  ]);
  return [...new Set(said)].filter((text) => /[a-z]{2}/i.test(text.replaceAll(SPARED, '')));
}

function textOf(node: Node): string {
  return node.textContent ?? '';
}
