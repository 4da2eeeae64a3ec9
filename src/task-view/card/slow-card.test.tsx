// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { throwAway } from '~/engine/bin';
import { useSlowToday } from '~/engine/use-slow-today';
import { slowToday } from '~/engine/insight/slow-today';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { TaskCard } from './task-card';

const DAY = 86_400_000;
const MINUTE = 60_000;
let board: TestBoard | undefined;

afterEach(() => {
  cleanup();
  board?.stop();
  slowToday.clear();
});

function Page({ taskKey }: { taskKey: string }) {
  useSlowToday();
  return <TaskCard taskKey={taskKey} />;
}

type Card = [TrackedTask, Answer];
const ADDED = { addedAt: Date.now() - 20 * DAY };

/** Videos of a model that ended so many ms ago. */
function videos(
  model: string,
  count: number,
  agoOf: (n: number) => number,
  tookMs: number,
): Card[] {
  return Array.from({ length: count }, (_, n) => {
    const completedAt = Date.now() - agoOf(n);
    const times = { createdAt: completedAt - tookMs - (n % 3) * MINUTE, completedAt };
    return [
      aTracked({ taskId: `${model}_${agoOf(n)}_${n}`, ...ADDED }),
      anAnswer({ state: 'completed', model, ...times }),
    ];
  });
}

const past = (model: string): Card[] => videos(model, 24, (n) => (1 + (n % 6)) * DAY, 2 * MINUTE);
const PAST = past('sora-2');

/** A running card beside what has ended; returns when it is known which models are slow: one of them is, in any case. */
async function showBeside(today: number, model = 'sora-2', before = PAST): Promise<void> {
  const now = (name: string, minutes: number) => videos(name, 6, () => 0, minutes * MINUTE);
  const running = aTracked({ taskId: 'running' });
  board = aBoard([
    ...before,
    ...now('sora-2', today),
    ...past('kling'),
    ...now('kling', 9),
    [running, anAnswer({ model })],
  ]);
  renderOn(board, <Page taskKey={refKey(running)} />);
  await waitFor(() => expect(slowToday.size).toBeGreaterThan(0));
  // A card that runs draws anew every second.
  act(() => board?.answer(running, anAnswer({ model, progress: 3 })));
}

test('a running card says that its model is slower than usual today, for all', async () => {
  await showBeside(9);
  expect(screen.getByText(/slower than usual today, for all/)).toBeTruthy();
});

test('it says so, too, where all of the past were removed from the board', async () => {
  await throwAway(
    PAST.map(([task]) => task),
    PAST.map(([task, answer]) => [refKey(task), answer]),
    Date.now(),
  );
  await showBeside(9, 'sora-2', []);
  expect(screen.getByText(/slower than usual today, for all/)).toBeTruthy();
});

test.each([
  ['on an ordinary day', 3, 'sora-2'],
  ['of another model', 9, 'veo'],
])('a running card does not say so %s', async (_, today, model) => {
  await showBeside(today, model);
  expect(screen.queryByText(/slower than usual today/)).toBeNull();
});
