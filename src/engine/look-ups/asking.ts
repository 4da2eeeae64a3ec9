import type { Answer } from '~/core/answer';
import type { LookUpProblem, Reading } from '~/core/task';
import type { Gateway } from '~/engine/gateway/gateway';
import type { DriverOptions, Next } from './driver';
import type { Bus } from '~/engine/bus';

import type { LookUpPaths } from './paths';
import { mergeAnswer } from '~/engine/answers/merge-answer';
import { keepContent } from '~/engine/answers/keep-content';
import { createAnew } from './anew';
import { createJudge } from './judge';
import { anotherKeyMayKnow, type KeyOf } from './keys';
import type { Planner } from './planner';
import type { RequestFor } from './request-for';
import { withLinksEnd } from '~/engine/answers/links-end';
import type { EngineState } from '~/engine/state';

/** What a look-up needs. */
interface AskingOptions {
  state: EngineState;
  keyOf: KeyOf;
  lookUpPaths: LookUpPaths;
  requestFor: RequestFor;
  bus: Bus;
  gateway: Gateway;
  now: () => number;
  /** When to ask again, by the policy. */
  planNext: Planner['next'];
  /** False as soon as another tab leads: a late answer must not be written. */
  mayWrite: () => boolean;
  linksLastMs?: (base: string) => number | null;
  /** Of the page; null where there is none. */
  ownOrigin: string | null;
}

/** Looks tasks up, trying the service's keys in turn. */
export interface Asking {
  /** The key to use now; null if the task has none left to try. */
  connectionOf(key: string): string | null;
  ask: DriverOptions['ask'];
  /** Starts again with all keys, because one was added or the person asked. */
  retry(key: string): void;
  /** A connection has a new key, about which nothing is known yet. */
  forgetKey(connectionId: string): void;
}

const NOTHING_READ = { raw: null, noRoute: false, mayBeReused: false, ageMs: 0 };
const NOT_AGAIN: Next = { dueAt: null, priority: 'due', expectedDoneAt: null };

/** Looks up one task, from the key to what the bus is told: the only place where services are asked about tasks. */
export function createAsking(options: AskingOptions): Asking {
  const { state, lookUpPaths, bus, now } = options;
  const tried = new Map<string, Map<string, LookUpProblem['kind']>>();
  const judge = createJudge(options);
  const anew = createAnew(options.ownOrigin);
  /** In which way a service was sent a key that it did not find, and what it said: asking again would be no use. */
  const missed = new Map<string, { way: string; problem: LookUpProblem }>();

  const connectionOf = (key: string): string | null => options.keyOf(key, tried.get(key));

  /** This key knows the task, and is used for it from now on. */
  const settleKey = (key: string, connectionId: string): void => {
    const task = state.tracked.getState().tasks.get(key);
    if (task && task.connectionId !== connectionId)
      bus.emit({ type: 'changed', tasks: [{ ...task, connectionId }] });
  };

  /** The answer to store: while another key is still to be tried, this key's problem is hidden. */
  const settle = (
    key: string,
    connectionId: string,
    before: Answer,
    reading: Reading,
    raw: string | null,
    saidAt: number,
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
        return mergeAnswer(before, { problem: { ...problem, kind: 'not_found' } }, raw, saidAt);
    }
    return mergeAnswer(before, reading, raw, saidAt);
  };

  return {
    connectionOf,
    forgetKey: judge.forgetKey,
    retry(key) {
      tried.delete(key);
      anew.want(key);
      const base = state.tracked.getState().tasks.get(key)?.base;
      if (base === undefined) return;
      lookUpPaths.retry(base);
      missed.delete(base);
    },
    async ask(key, connectionId, signal, turnMs) {
      const task = state.tracked.getState().tasks.get(key);
      const request = task ? options.requestFor(task, connectionId) : null;
      if (!task || request === null) return NOT_AGAIN;
      const before = state.answers.get(task);
      const startedAt = now();
      let next = NOT_AGAIN;
      const { before: newest, after } = await state.answers.query(task, async () => {
        const { path } = request;
        const way = `${request.scheme} ${connectionId}`;
        const known = missed.get(task.base);
        const told = known?.way === way ? { ...NOTHING_READ, problem: known.problem } : null;
        const { raw, noRoute, mayBeReused, ageMs, ...said } =
          told ?? (await options.gateway.lookUp({ ...request, anew: anew.isAnew(task), signal }));
        if (signal.aborted || !options.mayWrite())
          throw new DOMException('not leading', 'AbortError');
        if (!told) anew.looked(task, mayBeReused);
        const reading = judge.judge({ task, connectionId, startedAt }, said);
        if ('problem' in reading && reading.problem.wants === 'another-scheme')
          missed.set(task.base, { way, problem: reading.problem });
        if ('task' in reading) lookUpPaths.markFound(task.base, path);
        const answer =
          noRoute && lookUpPaths.markMissing(task.base, path)
            ? { ...before, askedAt: now(), nextAt: now() }
            : withLinksEnd(
                // What a relay told others before is planned from when it was said, or all of them would drift apart.
                settle(key, connectionId, before, reading, raw, now() - ageMs),
                before,
                options.linksLastMs?.(task.base) ?? null,
              );
        next =
          answer.nextAt === null
            ? options.planNext(task, answer, turnMs)
            : { ...NOT_AGAIN, dueAt: answer.nextAt };
        const scoutMs = judge.scoutMs(task, reading);
        if (scoutMs !== null) next = { ...next, dueAt: now() + scoutMs };
        // Another tab, or a request for its video, may have told more meanwhile.
        return { ...keepContent(state.answers.get(task), answer), nextAt: next.dueAt };
      });
      if (after.problem === null && after.task !== null) settleKey(key, connectionId);
      bus.emit({ type: 'answered', ref: task, before: newest, after });
      return next;
    },
  };
}
