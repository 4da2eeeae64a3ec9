import { expect, it } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
import type { Next } from './driver';
import type { Timers } from '~/platform/timers';
import { createTestClock } from '~test/clock';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { createLookUpPlan } from './plan';
import { createState, putTasks } from '~/engine/state';

const LATER: Next = { dueAt: 60_000_000, priority: 'due', expectedDoneAt: null };

/** An plan over ten tasks; `told` is what the driver was last told of each. */
function over(answer: Answer) {
  const clock = createTestClock();
  const state = createState();
  const tasks = Array.from({ length: 10 }, (_, index) => aTracked({ taskId: `task_${index}` }));
  putTasks(state, tasks);
  for (const task of tasks) state.answers.put(task, answer);
  state.status.setState({ leading: true });
  const told = new Map<string, Next>();
  const asking = new Set<string>();
  let turns = 0;
  const after: Timers['after'] = (ms, run) =>
    clock.timers.after(ms, () => {
      turns += 1;
      run();
    });
  const lookUpPlan = createLookUpPlan({
    state,
    driver: {
      set: (key, next) => void told.set(key, next),
      wake() {},
      isAsking: (key) => asking.has(key),
      turnMs: () => 0,
    },
    planner: { next: () => LATER },
    asking: { retry() {} },
    timers: { after },
    now: clock.now,
  });
  return { lookUpPlan, asking, clock, state, told, keys: tasks.map(refKey), turns: () => turns };
}

it('plans all tasks, and leaves the browser time between them', async () => {
  const { lookUpPlan, clock, told, turns } = over(anAnswer({ state: 'running' }));
  lookUpPlan.planAll();
  await clock.advance(0);
  expect(turns()).toBeGreaterThanOrEqual(told.size);
  expect([...told.values()]).toEqual(Array.from({ length: 10 }, () => LATER));
});

it('leaves a task that somebody wants looked at now as it is', async () => {
  const { lookUpPlan, clock, told, keys } = over(anAnswer({ state: 'running' }));
  lookUpPlan.planAll();
  lookUpPlan.check(keys.slice(-1));
  await clock.advance(0);
  expect(told.size).toBe(10);
  expect(told.get(keys.at(-1) ?? '')).toMatchObject({ priority: 'asked', dueAt: clock.now() });
});

it('asks at once what could not be reached when the network is back, whatever was being planned', async () => {
  const problem = { kind: 'network', message: null, httpStatus: null, retryAfterMs: null } as const;
  const { lookUpPlan, clock, told } = over(anAnswer({ state: 'running' }, { problem }));
  lookUpPlan.planAll();
  lookUpPlan.resumeReach();
  await clock.advance(0);
  expect([...told.values()].map(({ dueAt }) => dueAt)).toEqual(
    Array.from({ length: 10 }, () => clock.now()),
  );
});

it('asks again what was refused to the team’s key, and leaves alone what was refused to a person’s', async () => {
  const problem = { kind: 'auth', message: null, httpStatus: 401, retryAfterMs: null } as const;
  const { lookUpPlan, clock, state, told } = over(anAnswer({ state: 'running' }, { problem }));
  const connect = (kept: { kind: 'own'; hint: string } | { kind: 'team'; hint: '' }): void => {
    const { base } = aTracked();
    const connection = { ...kept, id: 'c1', base, keep: 'tab', addedAt: NOW } as const;
    state.connections.setState({ connections: new Map([['c1', connection]]) });
  };
  connect({ kind: 'own', hint: 'sk-Vb3k…9f2c' });
  lookUpPlan.resumeTeam();
  expect(told.size).toBe(0);
  connect({ kind: 'team', hint: '' });
  lookUpPlan.resumeTeam();
  expect([...told.values()].map(({ dueAt }) => dueAt)).toEqual(
    Array.from({ length: 10 }, () => clock.now()),
  );
});

it('stops planning when another tab leads', async () => {
  const { lookUpPlan, clock, state, told } = over(anAnswer({ state: 'running' }));
  lookUpPlan.planAll();
  state.status.setState({ leading: false });
  await clock.advance(1000);
  expect(told.size).toBe(0);
});

it('leaves a task that is being asked meanwhile to its answer', async () => {
  const { lookUpPlan, asking, clock, told, keys } = over(anAnswer({ state: 'running' }));
  lookUpPlan.planAll();
  asking.add(keys[7] ?? '');
  await clock.advance(0);
  expect(keys.filter((key) => !told.has(key))).toEqual([keys[7]]);
});
