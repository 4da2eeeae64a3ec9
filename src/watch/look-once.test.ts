import { expect, test } from 'vitest';

import type { Answer } from '~/core/answer';
import type { ProblemKind } from '~/core/task';
import { createBus } from '~/engine/bus';
import { applyEvents, createState } from '~/engine/state';
import { anAnswer, aTracked } from '~test/builders';
import { createTestClock } from '~test/clock';

import { lookOnce } from './look-once';

const SAYS_NOTHING = { message: null, httpStatus: null, retryAfterMs: null };

/** A feed of three tasks, and an engine that says what it is told to say. */
function looking() {
  const state = createState();
  const bus = createBus();
  applyEvents(state, bus);
  const { timers, advance } = createTestClock();
  const result = lookOnce(
    [{ name: 'Friday set', url: 'https://team.test/a.csv', base: 'x', teamKey: false }],
    {
      state,
      bus,
      timers,
      fetch: async () => new Response('id\na\nb\nc'),
      canAsk: () => true,
      add: async ({ tasks }) => {
        bus.emit({ type: 'added', tasks: tasks.map(({ taskId }) => aTracked({ taskId })) });
        return { added: tasks.length, known: 0, keys: [], connectionIds: [] };
      },
    },
  );
  const answer = (taskId: string, after: Answer): void => {
    const ref = aTracked({ taskId });
    bus.emit({ type: 'answered', ref, before: state.answers.get(ref), after });
  };
  return {
    advance,
    states: async () =>
      (await result).looks.map(({ id, state: is, problem }) => [id, is ?? problem]),
    done: (taskId: string) => answer(taskId, anAnswer({ state: 'completed' })),
    fails: (taskId: string, kind: ProblemKind) =>
      answer(taskId, anAnswer(null, { problem: { kind, ...SAYS_NOTHING } })),
  };
}

test('a task that is refused for now is waited for', async () => {
  const { advance, states, done, fails } = looking();
  await advance(1);
  fails('a', 'rate_limited');
  done('b');
  done('c');
  await advance(30_000);
  done('a');
  expect(await states()).toEqual([
    ['a', 'completed'],
    ['b', 'completed'],
    ['c', 'completed'],
  ]);
});

test('where a service stays down, it ends, and says what nobody asked about', async () => {
  const { advance, states, done, fails } = looking();
  await advance(1);
  done('a');
  for (let times = 0; times < 4; times += 1) {
    fails('b', 'network');
    await advance(20_000);
  }
  expect(await states()).toEqual([
    ['a', 'completed'],
    ['b', 'network'],
    ['c', 'not_asked'],
  ]);
});
