// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
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

/** A video of `sora-2` that ended so many ms ago. */
function done(ago: number, tookMs: number): Answer {
  const completedAt = Date.now() - ago;
  const times = { createdAt: completedAt - tookMs, completedAt };
  return anAnswer({ state: 'completed', model: 'sora-2', ...times });
}

function showBeside(today: number, model = 'sora-2'): void {
  const added = { addedAt: Date.now() - 20 * DAY };
  const past = Array.from({ length: 24 }, (_, n) =>
    done((1 + (n % 6)) * DAY, (2 + (n % 3)) * MINUTE),
  );
  const now = Array.from({ length: 6 }, () => done(0, today * MINUTE));
  const ended = [...past, ...now].map(
    (answer, n) => [aTracked({ taskId: `done_${n}`, ...added }), answer] as const,
  );
  const running = aTracked({ taskId: 'running' });
  board = aBoard([
    ...ended.map(([task, one]) => [task, one] as [typeof task, Answer]),
    [running, anAnswer({ model })],
  ]);
  renderOn(board, <Page taskKey={refKey(running)} />);
  // A card that runs draws anew every second.
  act(() => board?.answer(running, anAnswer({ model, progress: 3 })));
}

test('a running card says that its model is slower than usual today, for all', () => {
  showBeside(9);
  expect(screen.getByText(/slower than usual today, for all/)).toBeTruthy();
});

test.each([
  ['on an ordinary day', 3, 'sora-2'],
  ['of another model', 9, 'veo'],
])('a running card does not say so %s', (_, today, model) => {
  showBeside(today, model);
  expect(screen.queryByText(/slower than usual today/)).toBeNull();
});
