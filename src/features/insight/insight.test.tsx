// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { useView } from '~/address/use-view';
import { refKey, type Answer } from '~/core/answer';
import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { throwAway } from '~/engine/bin';
import { readPastAhead } from '~/engine/use-insight';
import { setLocale } from '~/i18n/i18n';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { Insight } from './insight';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = new Date(2026, 10, 23, 12).getTime();

let board: TestBoard | undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  history.replaceState(null, '', '#/insight');
});

afterEach(async () => {
  cleanup();
  board?.stop();
  vi.useRealTimers();
  await setLocale('en');
});

let count = 0;

/** A task that ended so many days ago. */
function ended(
  daysAgo: number,
  task: Partial<Task>,
  change: Partial<TrackedTask> = {},
): [TrackedTask, Answer] {
  count += 1;
  const at = NOON - HOUR - daysAgo * DAY;
  return [
    aTracked({
      taskId: `task_${count}`,
      addedAt: at - 150_000,
      columns: { Client: 'Lumen' },
      ...change,
    }),
    anAnswer({
      id: `task_${count}`,
      state: 'completed',
      model: 'sora-2',
      createdAt: at - 150_000,
      completedAt: at,
      ...task,
    }),
  ];
}

const failed = (kind: 'overload' | 'quota', model = 'sora-2'): [TrackedTask, Answer] =>
  ended(1, {
    state: 'failed',
    model,
    failure: { kind, message: null, code: null },
  });

function Shown() {
  const { screen: shown } = useView();
  return shown.kind === 'insight' ? (
    <Insight nameFilter={(name, value) => `${name} ${value}`} />
  ) : (
    <p>board</p>
  );
}

function open(cards: readonly [TrackedTask, Answer][]): void {
  board = aBoard(cards);
  renderOn(board, <Shown />);
}

const picture = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

const some = (): [TrackedTask, Answer][] => [
  ...Array.from({ length: 12 }, (_, n) => ended(1 + (n % 4), {})),
  ended(0, { model: '=1+1' }),
  failed('overload'),
  failed('overload'),
  failed('quota', 'veo'),
];

test('each picture says its point first, by what is on the board', async () => {
  open(some());
  expect((await picture('How long does each model take?')).textContent).toContain(
    'Whether today is as usual cannot be said yet. What is usual is known of 1 model.',
  );
  expect((await picture('Finished and failed, by day')).textContent).toContain(
    '13 videos finished and 3 failed in 5 days (3 of 16).',
  );
  expect((await picture('Why tasks failed')).textContent).toContain(
    '2 of the 3 failures: the service was too busy. Such tasks often work when they are submitted again.',
  );
  expect((await picture('What it cost')).textContent).toContain(
    'The service does not say what its videos cost.',
  );
  screen.getByText('16 ended tasks');
});

test('a reason leads to the board, with the filters that count here', async () => {
  history.replaceState(null, '', '#/insight?q=dawn&picked=yes&model=sora-2&model=veo');
  open(some());
  const why = within(await picture('Why tasks failed'));
  const link = why.getByRole('link', { name: 'The service was too busy' });
  expect(link.getAttribute('href')).toBe(
    '#/?show=attention&reason=overload&model=sora-2&model=veo',
  );
  screen.getByText('Not used here: the search and Picked.');
  screen.getByRole('option', { name: '2 chosen', selected: true });
});

test('a column that is chosen leads to the board and back, by a reason, by the button, and from an older link', async () => {
  history.replaceState(null, '', '#/insight/30/Client/lumen?tag=hero');
  open([...some(), ended(2, {}, { columns: { Client: 'Atlas' } })]);
  await screen.findByText('16 ended tasks');
  const why = within(await picture('Why tasks failed'));
  const link = why.getByRole('link', { name: 'The service was too busy' });
  expect(link.getAttribute('href')).toBe('#/?show=attention&reason=overload&column=Client%2Flumen');
  await userEvent.click(screen.getByRole('button', { name: 'Board' }));
  expect(location.hash).toBe('#/?tag=hero&column=Client%2Flumen');
});

test('a picture is a table, too, and what is copied is no formula', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  open(some());
  const took = within(await picture('How long does each model take?'));
  await userEvent.click(took.getByRole('button', { name: 'Show as table' }));
  const row = took.getByRole('row', { name: /^sora-2 / });
  expect(row.textContent).toBe('sora-2api.example.com122:302:302:300');
  expect(document.activeElement).toBe(took.getByRole('button', { name: 'Show as picture' }));
  await userEvent.click(
    took.getByRole('button', { name: 'More actions for How long does each model take?' }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy as CSV' }));
  expect(write).toHaveBeenCalledWith(
    [
      'model,service,videos,video_seconds,usual_p10_seconds,usual_median_seconds,usual_p90_seconds,today_median_seconds,today_videos',
      'sora-2,https://api.example.com,12,,150,150,150,,0',
      "'=1+1,https://api.example.com,1,,,,,150,1",
      '',
    ].join('\r\n'),
  );
});

test('filters stand in the address, and lead back with nothing left', async () => {
  open([...some(), ended(2, {}, { columns: { Client: 'Atlas' } })]);
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Client' }), 'Atlas');
  expect(location.hash).toBe('#/insight?column=Client%2Fatlas');
  await screen.findByText('1 ended task');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Time' }), 'today');
  expect(location.hash).toBe('#/insight/1?column=Client%2Fatlas');
  await screen.findByText('No ended task fits these filters');
  await userEvent.click(screen.getByRole('button', { name: 'Show all ended tasks' }));
  expect(location.hash).toBe('#/insight/all');
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Model' }), 'sora-2');
  expect(location.hash).toBe('#/insight/all?model=sora-2');
  await userEvent.click(screen.getByRole('button', { name: 'Board' }));
  expect(location.hash).toBe('#/?model=sora-2');
});

test('a filter that came from the board is named, and taken off', async () => {
  history.replaceState(null, '', '#/insight?reason=quota');
  open(some());
  await screen.findByText('1 ended task');
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter reason quota' }));
  await screen.findByText('16 ended tasks');
  expect(location.hash).toBe('#/insight');
});

test('with nothing it says so, and what fills it', async () => {
  open([[aTracked(), anAnswer({ state: 'running' })]]);
  await screen.findByText('Nothing has ended yet');
  expect(screen.queryByRole('region')).toBeNull();
});

test('the batch that goes on is a picture of its own, in the language of the page', async () => {
  const batch = { id: 'b1', name: 'Harbour' };
  await setLocale('zh-CN');
  open([
    ended(0, {}, { batch, shot: 'SH010' }),
    [
      aTracked({ taskId: 'open', label: 'take 2', batch, shot: 'SH010', addedAt: NOON - HOUR }),
      anAnswer({ state: 'running' }),
    ],
  ]);
  const now = await picture('当前批次：Harbour');
  expect(now.textContent).toMatch(/2 个中已完成 1 个。/);
  // What the drawing shows is a table for those who do not see it.
  within(now).getByRole('row', { name: /^SH010 take 2 生成中/ });
});

test('what was removed long ago is read when somebody looks that far back', async () => {
  // Later than what other tests have read.
  vi.setSystemTime(NOON + DAY);
  const [task, answer] = ended(60, {});
  const [other, ready] = ended(3, {});
  await throwAway(
    [task, other],
    [
      [refKey(task), answer],
      [refKey(other), ready],
    ],
    NOON,
  );
  readPastAhead(14);
  open(some());
  await screen.findByText('17 ended tasks');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Time' }), '90 days');
  expect(await screen.findByText('18 ended tasks')).toBeTruthy();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Time' }), '14 days');
  await screen.findByText('17 ended tasks');
});
