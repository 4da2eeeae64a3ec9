import { expect, test } from 'vitest';

import { createBus } from '~/engine/bus';
import { applyEvents, createState } from '~/engine/state';
import { anAnswer, aTracked } from '~test/builders';

import { forgetOldest } from './forget-oldest';

test('of more tasks than fit, the oldest that have ended go', () => {
  const state = createState();
  const bus = createBus();
  applyEvents(state, bus);
  forgetOldest({ state, bus }, 2);
  const tasks = ['a', 'b', 'c', 'd'].map((taskId) => aTracked({ taskId }));
  bus.emit({ type: 'added', tasks: tasks.slice(0, 3) });
  expect(state.tracked.getState().tasks.size).toBe(3);
  for (const task of tasks.slice(1, 3)) state.answers.put(task, anAnswer({ state: 'completed' }));
  bus.emit({ type: 'added', tasks: tasks.slice(3) });
  const left = [...state.tracked.getState().tasks.values()].map(({ taskId }) => taskId);
  expect(left).toEqual(['a', 'd']);
});
