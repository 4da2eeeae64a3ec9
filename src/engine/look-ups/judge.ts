import { refKey, type TaskRef } from '~/core/answer';
import { isKeyRefused, isTerminal, mayBeOut, type Reading } from '~/core/task';
import type { Bus } from '~/engine/bus';
import type { EngineState } from '~/engine/state';

import { createOutages } from './outages';
import { createRateLimits } from './rate-limits';
import { createRefusals } from './refusals';

/** One look-up that got an answer, or none. */
interface Look {
  task: TaskRef;
  connectionId: string;
  /** Epoch ms. */
  startedAt: number;
}

/** What an answer about one task says about its key and its service; the bus is told. */
interface Judge {
  /** The answer; a refusal that is not about the key says so from then on. */
  judge(look: Look, reading: Reading): Reading;
  /** How soon this task asks again to find out whether its service is back, in ms; null if the policy decides. */
  scoutMs(task: TaskRef, reading: Reading): number | null;
  /** A connection has a new key, about which nothing is known yet. */
  forgetKey(connectionId: string): void;
}

/** A judge who has seen nothing yet. */
export function createJudge({
  state,
  bus,
  now,
}: {
  state: EngineState;
  bus: Bus;
  now: () => number;
}): Judge {
  const refusals = createRefusals();
  const rateLimits = createRateLimits();
  const outages = createOutages((key) => state.tracked.getState().tasks.has(key));

  /** A key had been marked as refused too early; an answer proves that it works. */
  const pardon = (connectionId: string): void => {
    const { connections, needKey } = state.connections.getState();
    const connection = connections.get(connectionId);
    if (connection && needKey.has(connectionId))
      bus.emit({ type: 'key', connection, loss: null, isNew: false, resumes: false });
  };
  const accept = (key: string, connectionId: string, knew: boolean): void => {
    const doubted = refusals.accepted(connectionId, key, knew, now());
    bus.emit({ type: 'doubted', keys: doubted.filter((other) => standsRefused(state, other)) });
    pardon(connectionId);
  };
  const judgeRate = ({ task, connectionId, startedAt }: Look, reading: Reading): void => {
    const key = refKey(task);
    const problem = 'problem' in reading ? reading.problem : null;
    if (problem?.kind !== 'rate_limited') {
      // What never reached the service says nothing of its limits.
      if (problem && mayBeOut(problem)) return;
      if (rateLimits.passed(connectionId, key, startedAt, now()))
        bus.emit({ type: 'unlimited', connectionId });
      return;
    }
    // Of other tasks a relay may know without asking, and waiting together all would come back together.
    if (problem.isRelayBusy === true) return;
    const { retryAfterMs } = problem;
    const by = rateLimits.refused(connectionId, key, startedAt, now());
    if (by !== 'task') bus.emit({ type: 'limited', connectionId, retryAfterMs, by });
  };

  return {
    judge(look, reading) {
      const { task, connectionId } = look;
      const key = refKey(task);
      judgeRate(look, reading);
      const isAnswer = 'task' in reading || reading.problem.kind === 'not_found';
      if (isAnswer) {
        accept(key, connectionId, 'task' in reading);
        if (outages.answered(task.base, key)) bus.emit({ type: 'service-back', base: task.base });
        return reading;
      }
      const { problem } = reading;
      if (!isKeyRefused(problem)) return reading;
      const others = countOthers(state, key, connectionId);
      const judgement = refusals.refused(connectionId, key, others, now());
      if (judgement === 'key') bus.emit({ type: 'need-key', connectionIds: [connectionId] });
      // Some gateways pass on that *their* key was refused: the one pasted here works for its neighbours.
      return judgement === 'task' ? { problem: { ...problem, about: 'task' } } : reading;
    },
    scoutMs(task, reading) {
      if (!('problem' in reading) || !mayBeOut(reading.problem)) return null;
      const { problem } = reading;
      // A check had found out why nothing is heard: no return is to be expected.
      if (state.answers.get(task).problem?.wants !== undefined) return null;
      const isOnly = !isAnotherLookedUp(state, task);
      const hasAnswered = hasEverAnswered(state, task.base);
      return outages.failed(task.base, {
        key: refKey(task),
        problem,
        isOnly,
        hasAnswered,
        now: now(),
      });
    },
    forgetKey(connectionId) {
      refusals.forget(connectionId);
      rateLimits.forget(connectionId);
    },
  };
}

/** Whether the task's look-ups have ended because of its key. */
function standsRefused(state: EngineState, key: string): boolean {
  const task = state.tracked.getState().tasks.get(key);
  if (!task) return false;
  const { problem, nextAt } = state.answers.get(task);
  return problem !== null && isKeyRefused(problem) && nextAt === null;
}

function countOthers(state: EngineState, key: string, connectionId: string): number {
  let others = 0;
  for (const task of state.tracked.getState().tasks.values()) {
    if (task.connectionId !== connectionId || refKey(task) === key) continue;
    const { problem } = state.answers.get(task);
    if (problem === null || !isKeyRefused(problem)) others += 1;
  }
  return others;
}

function isAnotherLookedUp(state: EngineState, { base, taskId }: TaskRef): boolean {
  for (const other of state.tracked.getState().tasks.values()) {
    if (other.base !== base || other.taskId === taskId) continue;
    const { task } = state.answers.get(other);
    if (!task || !isTerminal(task.state)) return true;
  }
  return false;
}

/** Also in an earlier visit: then silence means that it is down, not that it cannot be reached. */
function hasEverAnswered(state: EngineState, base: string): boolean {
  for (const task of state.tracked.getState().tasks.values())
    if (task.base === base && state.answers.get(task).task !== null) return true;
  return false;
}
