import type { TrackedTask } from '~/core/tracked';
import { createKeyOf } from '~/engine/look-ups/keys';
import { createLearnt } from '~/engine/look-ups/learnt';
import { createLimitsOf, turnOf } from '~/engine/look-ups/limits';
import type { LookUps, LookUpsOptions } from '~/engine/look-ups/look-ups';

import { createBus, type Bus } from './bus';
import type { EngineParts } from './parts';

/** How long after a download of the code that failed it is tried again, in ms. */
const AGAIN_MS = 5000;

type Heard = Parameters<Parameters<Bus['onAny']>[0]>;

/** What screens and videos need of look-ups before their code is there, too. */
interface LazyLookUps extends LookUps {
  /** How long similar tasks usually take. */
  usual(task: TrackedTask): ReturnType<ReturnType<typeof createLearnt>['usual']>;
}

/**
 * Look-ups, whose code the first card does not wait for: it is loaded with the first task. What happens before it is
 * there is told to it then. If it does not come, the status says so, and it is tried again.
 */
export function startLookUps(
  options: EngineParts & Omit<LookUpsOptions, 'learnt' | 'keyOf' | 'limitsOf' | 'wasOnline'>,
): LazyLookUps {
  const { state, bus, timers } = options;
  const learnt = createLearnt(options.remembered.history);
  const keyOf = createKeyOf(options);
  const limitsOf = createLimitsOf(state, options.limits);
  const missed: Heard[] = [];
  let made: LookUps | null = null;
  let isWanted = false;
  let hasStopped = false;
  let wasOnline = true;

  bus.onAny((...heard) => {
    // Answers can only come from other tabs by then: nothing follows from them.
    if (made === null && heard[0].type !== 'answered') missed.push(heard);
    if (heard[0].type === 'added') want();
  });
  const stopNetwork = state.status.subscribe(({ online }) => {
    wasOnline &&= online;
  });
  const make = ({ createLookUps }: Awaited<ReturnType<EngineParts['loadLookUps']>>): void => {
    stopNetwork();
    if (hasStopped) return;
    const before = createBus();
    const on: Bus['on'] = (type, handler) => {
      before.on(type, handler);
      return bus.on(type, handler);
    };
    made = createLookUps({ ...options, bus: { ...bus, on }, learnt, keyOf, limitsOf, wasOnline });
    for (const heard of missed.splice(0)) before.emit(...heard);
    state.status.setState({ stuck: false });
  };
  const load = (): void =>
    void options.loadLookUps().then(make, () => {
      state.status.setState({ stuck: true });
      timers.after(AGAIN_MS, load);
    });
  const want = (): void => {
    if (isWanted) return;
    isWanted = true;
    load();
  };
  const { tasks, isWhole } = state.tracked.getState();
  if (tasks.size > 0 || !isWhole) want();

  return {
    connectionOf: (key) => (made ? made.connectionOf(key) : keyOf(key)),
    turnMs: (connectionId, tasks) =>
      made ? made.turnMs(connectionId, tasks) : turnOf(tasks, limitsOf(connectionId)),
    // Nobody else spends a key's budget by then.
    reserve: (connectionId) => made?.reserve(connectionId) ?? 0,
    usual: (task) => learnt.usual(task, state.answers.get(task)),
    stop() {
      hasStopped = true;
      made?.stop();
    },
  };
}
