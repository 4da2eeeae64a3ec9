import { expect, test } from 'vitest';

import { NO_ANSWER, refKey, type Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';
import { createBus } from '~/engine/bus';
import { applyEvents, createState } from '~/engine/state';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { followEnds } from './ends';

function watching(byShot = false) {
  const state = createState();
  const bus = createBus();
  applyEvents(state, bus);
  const told: string[] = [];
  followEnds({
    state,
    bus,
    startedAt: NOW,
    byShot,
    tell: ({ group, ready, total }) => told.push(`${group.name}: ${ready} of ${total}`),
  });
  const taskOf = (taskId: string, shot: string | null) =>
    aTracked({ taskId, shot, batch: { id: 'b1', name: 'Friday set' } });
  return {
    told,
    list: (ids: string[], shot: string | null = null) =>
      bus.emit({ type: 'added', tasks: ids.map((id) => taskOf(id, shot)) }),
    says(taskId: string, is: TaskState, completedAt: number | null = null) {
      const ref = aTracked({ taskId });
      const before = state.answers.get(ref);
      const after: Answer = anAnswer({ state: is, completedAt });
      if (!state.tracked.getState().tasks.has(refKey(ref))) throw new Error(taskId);
      bus.emit({ type: 'answered', ref, before: before ?? NO_ANSWER, after });
    },
  };
}

test('a batch is told when the last of its tasks has ended, once', () => {
  const { told, list, says } = watching();
  list(['a', 'b']);
  says('a', 'running');
  says('b', 'completed');
  expect(told).toEqual([]);
  says('a', 'completed');
  says('a', 'completed');
  expect(told).toEqual(['Friday set: 2 of 2']);
});

test('it is told though its last answer is about a task that had ended before', () => {
  const { told, list, says } = watching();
  list(['a', 'b']);
  says('a', 'running');
  says('a', 'failed');
  says('b', 'completed', NOW - 1);
  expect(told).toEqual(['Friday set: 1 of 2']);
});

test('what had ended before is not told; what a service says ended since is', () => {
  const old = watching();
  old.list(['a', 'b']);
  old.says('a', 'completed');
  old.says('b', 'completed', NOW - 60_000);
  expect(old.told).toEqual([]);
  const since = watching();
  since.list(['a']);
  since.says('a', 'completed', NOW + 1);
  expect(since.told).toEqual(['Friday set: 1 of 1']);
});

test('a batch that goes on is told again at its next end', () => {
  const { told, list, says } = watching();
  list(['a']);
  says('a', 'completed');
  list(['b']);
  says('b', 'completed');
  expect(told).toEqual(['Friday set: 2 of 2']);
});

test('by shot, each shot of several takes is told by itself', () => {
  const { told, list, says } = watching(true);
  list(['a', 'b'], '12B');
  list(['c']);
  for (const id of ['a', 'b', 'c']) says(id, 'running');
  says('a', 'completed');
  says('b', 'completed');
  expect(told).toEqual(['12B: 2 of 2']);
  says('c', 'failed');
  expect(told).toEqual(['12B: 2 of 2', 'Friday set: 0 of 1']);
});
