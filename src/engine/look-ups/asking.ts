import { refKey, type Answer } from '~/core/answer';
import { isKeyRefused, type LookUpProblem, type Reading } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { Gateway } from '~/engine/gateway/gateway';
import type { Next } from './driver';
import type { Bus } from '~/engine/bus';
import { openKey } from '~/engine/open-key';
import type { Vault } from '~/engine/storage/vault';

import type { AuthSchemes } from './auth-schemes';
import type { LookUpPaths } from './paths';
import { mergeAnswer } from '~/engine/answers/merge-answer';
import { keepContent } from '~/engine/answers/keep-content';
import { anotherKeyMayKnow, chooseKey, createRefusals } from './keys';
import { withLinksEnd } from '~/engine/answers/links-end';
import type { EngineState } from '~/engine/state';

/** What a look-up needs. */
interface AskingOptions {
  state: EngineState;
  vault: Vault;
  lookUpPaths: LookUpPaths;
  authSchemes: AuthSchemes;
  bus: Bus;
  gateway: Gateway;
  fetch: typeof fetch;
  now: () => number;
  /** When to ask again, by the policy. */
  planNext: (task: TrackedTask, answer: Answer) => Next;
  /** False as soon as another tab leads: a late answer must not be written. */
  mayWrite: () => boolean;
  linksLastMs?: (base: string) => number | null;
}

/** Looks tasks up, trying the service's keys in turn. */
export interface Asking {
  /** The key to use now; null if the task has none left to try. */
  connectionOf(key: string): string | null;
  ask(key: string, connectionId: string, signal: AbortSignal): Promise<Next>;
  /** Starts again with all keys, because one was added or the person asked. */
  retry(key: string): void;
  /** A connection has a new key, about which nothing is known yet. */
  forgetKey(connectionId: string): void;
}

const NOTHING_READ = { raw: null, noRoute: false };
const NOT_AGAIN: Next = { dueAt: null, priority: 'due', expectedDoneAt: null };

/** Looks up one task, from the key to what the bus is told: the only place where services are asked about tasks. */
export function createAsking(options: AskingOptions): Asking {
  const { state, vault, lookUpPaths, bus, now } = options;
  const tried = new Map<string, Map<string, LookUpProblem['kind']>>();
  const refusals = createRefusals();
  /** In which way a service was sent a key that it did not find, and what it said: asking again would be no use. */
  const missed = new Map<string, { way: string; problem: LookUpProblem }>();

  const usable = (connectionId: string): boolean =>
    openKey(state, vault, connectionId) !== null &&
    !state.connections.getState().needKey.has(connectionId);

  const connectionOf = (key: string): string | null => {
    const task = state.tracked.getState().tasks.get(key);
    if (!task) return null;
    const { connections } = state.connections.getState();
    return chooseKey(task, connections.values(), usable, tried.get(key) ?? new Map());
  };

  /** A key had been marked as refused too early; an answer proves that it works. */
  const pardon = (connectionId: string): void => {
    const { connections, needKey } = state.connections.getState();
    const connection = connections.get(connectionId);
    if (connection && needKey.has(connectionId))
      bus.emit({ type: 'key', connection, loss: null, isNew: false, resumes: false });
  };

  /** This key knows the task, and is used for it from now on. */
  const settleKey = (key: string, connectionId: string): void => {
    const task = state.tracked.getState().tasks.get(key);
    if (task && task.connectionId !== connectionId)
      bus.emit({ type: 'changed', tasks: [{ ...task, connectionId }] });
  };

  /** What an answer says about the key that was used; a refusal that is not about the key says so from then on. */
  const judgeKey = (key: string, connectionId: string, reading: Reading): Reading => {
    if ('task' in reading || reading.problem.kind === 'not_found') {
      const doubted = refusals.accepted(connectionId, key, 'task' in reading, now());
      bus.emit({
        type: 'doubted',
        keys: doubted.filter((other) => standsRefused(state, other)),
      });
      pardon(connectionId);
      return reading;
    }
    const { problem } = reading;
    if (problem.kind === 'rate_limited')
      bus.emit({ type: 'limited', connectionId, retryAfterMs: problem.retryAfterMs });
    if (!isKeyRefused(problem)) return reading;
    const others = countOthers(state, key, connectionId);
    const judgement = refusals.refused(connectionId, key, others, now());
    if (judgement === 'key') bus.emit({ type: 'need-key', connectionIds: [connectionId] });
    // Some gateways pass on that *their* key was refused: the one pasted here works for its neighbours.
    return judgement === 'task' ? { problem: { ...problem, about: 'task' } } : reading;
  };

  /** The answer to store: while another key is still to be tried, this key's problem is hidden. */
  const settle = (
    key: string,
    connectionId: string,
    before: Answer,
    reading: Reading,
    raw: string | null,
  ): Answer => {
    if ('task' in reading) tried.delete(key);
    else if (anotherKeyMayKnow(reading.problem)) {
      const round = tried.get(key) ?? new Map<string, LookUpProblem['kind']>();
      tried.set(key, round.set(connectionId, reading.problem.kind));
      if (connectionOf(key) !== null) return { ...before, askedAt: now(), nextAt: now() };
      tried.delete(key);
      const { about, ...problem } = reading.problem;
      // A key that does not know the task says more than one that may not ask, unless that one names the reason.
      const named = about === 'model' || about === 'credit';
      if (problem.kind === 'auth' && !named && [...round.values()].includes('not_found'))
        return mergeAnswer(before, { problem: { ...problem, kind: 'not_found' } }, raw, now());
    }
    return mergeAnswer(before, reading, raw, now());
  };

  return {
    connectionOf,
    forgetKey: refusals.forget,
    retry(key) {
      tried.delete(key);
      const base = state.tracked.getState().tasks.get(key)?.base;
      if (base === undefined) return;
      lookUpPaths.retry(base);
      missed.delete(base);
    },
    async ask(key, connectionId, signal) {
      const task = state.tracked.getState().tasks.get(key);
      const apiKey = openKey(state, vault, connectionId);
      if (!task || apiKey === null) return NOT_AGAIN;
      const before = state.answers.get(task);
      let next = NOT_AGAIN;
      const { before: newest, after } = await state.answers.query(task, async () => {
        const path = lookUpPaths.pathOf(task.base);
        const scheme = options.authSchemes.schemeOf(task.base);
        const way = `${scheme} ${connectionId}`;
        const known = missed.get(task.base);
        const told = known?.way === way ? { ...NOTHING_READ, problem: known.problem } : null;
        const { raw, noRoute, ...said } =
          told ??
          (await options.gateway.lookUp({
            base: task.base,
            path,
            id: task.taskId,
            apiKey,
            scheme,
            fetch: options.fetch,
            signal,
            now,
          }));
        if (signal.aborted || !options.mayWrite())
          throw new DOMException('not leading', 'AbortError');
        const reading = judgeKey(key, connectionId, said);
        if ('problem' in reading && reading.problem.wants === 'another-scheme')
          missed.set(task.base, { way, problem: reading.problem });
        if ('task' in reading) lookUpPaths.markFound(task.base, path);
        const answer =
          noRoute && lookUpPaths.markMissing(task.base, path)
            ? { ...before, askedAt: now(), nextAt: now() }
            : withLinksEnd(
                settle(key, connectionId, before, reading, raw),
                before,
                options.linksLastMs?.(task.base) ?? null,
              );
        next =
          answer.nextAt === null
            ? options.planNext(task, answer)
            : { ...NOT_AGAIN, dueAt: answer.nextAt };
        // Another tab, or a request for its video, may have told more meanwhile.
        return { ...keepContent(state.answers.get(task), answer), nextAt: next.dueAt };
      });
      if (after.problem === null && after.task !== null) settleKey(key, connectionId);
      bus.emit({ type: 'answered', ref: task, before: newest, after });
      return next;
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
