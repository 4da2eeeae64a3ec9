import type { Answer, TaskRef } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import type { Gateway } from '~/engine/gateway/gateway';
import { readyAt, spend, type Budgets } from './budget';
import type { Timers } from '~/platform/timers';

import type { Asking } from './asking';
import type { RequestFor } from './request-for';
import type { Bus } from '~/engine/bus';
import type { EngineState } from '~/engine/state';

/** What the probe needs from the engine. */
export interface ContentProbeOptions {
  state: EngineState;
  requestFor: RequestFor;
  gateway: Gateway;
  timers: Timers;
  now: () => number;
  budgets: Budgets;
  connectionOf: Asking['connectionOf'];
  /** False as soon as another tab leads. */
  mayWrite: () => boolean;
  /** Whether this tab is on the screen. */
  isVisible: () => boolean;
  bus: Bus;
}

/**
 * Finds out whether a finished task without a link has a video at all, before anybody presses Play: one request of two
 * bytes per task, only for cards that somebody sees, within the budget of the key.
 */
interface ContentProbe {
  /** These cards are on this tab's screen from now on. */
  watch(keys: ReadonlySet<string>): void;
  /** This tab was shown, or leads from now on. */
  lookAgain(): void;
  /** Another tab shows these. */
  want(keys: Iterable<string>): void;
  /** The person wants to know again. */
  again(keys: readonly string[]): void;
  stop(): void;
}

/** A probe that has tried nothing yet. */
export function createContentProbe(options: ContentProbeOptions): ContentProbe {
  const { state, timers, now, budgets, bus } = options;
  /** Tried or queued since this page was opened. */
  const tried = new Set<string>();
  /** Left to the leading tab. */
  const told = new Set<string>();
  const queue: string[] = [];
  const stopped = new AbortController();
  let busy = false;
  let watched: ReadonlySet<string> = new Set();

  const isOpen = (key: string): boolean => {
    const task = state.tracked.getState().tasks.get(key);
    return task !== undefined && isUntried(task, state.answers.get(task));
  };
  const rest = (ms: number): void => {
    busy = true;
    timers.after(ms, () => {
      busy = false;
      next();
    });
  };
  const next = (): void => {
    const { leading, online, paused } = state.status.getState();
    if (busy || stopped.signal.aborted) return;
    const key = queue[0];
    if (key === undefined) return;
    const connectionId = options.connectionOf(key);
    if (!leading || !online || paused || connectionId === null || !isOpen(key)) {
      tried.delete(key);
      queue.shift();
      return next();
    }
    const budget = budgets.get(connectionId, now());
    const wait = readyAt(budget, now()) - now();
    if (wait > 0) return rest(wait);
    queue.shift();
    busy = true;
    budgets.put(connectionId, spend(budget, now()));
    run(key, connectionId)
      // Given up because the page closes.
      .catch(() => {})
      .finally(() => {
        busy = false;
        next();
      });
  };
  const run = async (key: string, connectionId: string): Promise<void> => {
    const task = state.tracked.getState().tasks.get(key);
    const request = task ? options.requestFor(task, connectionId) : null;
    if (!task || request === null) return;
    const found = await options.gateway.tryContent({ ...request, signal: stopped.signal });
    if (found === 'limited') budgets.limited(connectionId, null, now());
    if (found === 'limited' || found === 'unclear' || !options.mayWrite() || !isOpen(key)) return;
    const before = state.answers.get(task);
    bus.emit({ type: 'answered', ref: task, before, after: { ...before, content: found } });
  };

  const want = (keys: Iterable<string>): void => {
    // The leading tab asks; the others tell it what they show.
    const { leading } = state.status.getState();
    const done = leading ? tried : told;
    const fresh = [...keys].filter((key) => !done.has(key) && isOpen(key));
    if (fresh.length === 0) return;
    for (const key of fresh) done.add(key);
    if (!leading) return bus.emit({ type: 'on-screen', keys: fresh });
    queue.push(...fresh);
    next();
  };
  const look = (keys: Iterable<string>): void => {
    if (options.isVisible()) want(keys);
  };
  const unsubscribe = state.answers.subscribe(() => {
    // An answer has come. Whose it is matters less than how few cards a screen has.
    look(watched);
  });

  return {
    want,
    watch(keys) {
      watched = keys;
      look(keys);
    },
    lookAgain: () => look(watched),
    again(keys) {
      for (const key of keys) {
        tried.delete(key);
        told.delete(key);
      }
    },
    stop() {
      unsubscribe();
      stopped.abort();
    },
  };
}

/** Finished, without a link, and not known to have a video. The sample board's videos are part of the page. */
function isUntried({ base }: TaskRef, { task, content }: Answer): boolean {
  const isBare = task?.state === 'completed' && task.video?.kind === 'content';
  return isBare && content !== 'video' && base !== SAMPLE_BASE;
}
