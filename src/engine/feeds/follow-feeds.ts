import { refKey } from '~/core/answer';
import { BY_RELAY } from '~/core/connection';
import type { Bus } from '~/engine/bus';
import type { Engine } from '~/engine/engine';
import type { EngineState } from '~/engine/state';
import type { Timers } from '~/platform/timers';
import { yieldToMain } from '~/platform/yield-to-main';

import { askFeed } from './ask-feed';
import type { Feed, FeedProblem, FeedTrouble } from '~/core/feed';
import { createFeedMemory, type FeedMemory } from './feed-memory';
import { readFeed, type FeedRow } from './read-feed';
import { takeRows } from './take-rows';

/** What feeds need from the engine. */
export interface FeedParts extends Pick<Engine, 'add' | 'edit'> {
  state: EngineState;
  bus: Bus;
  timers: Timers;
  fetch: typeof fetch;
  now: () => number;
  /** False as soon as another tab leads. */
  mayWrite: () => boolean;
  /** When all stored tasks are known; null if they are. */
  whole: Promise<void> | null;
}

/** From one look at a feed to the next, in ms; twice as long after each time it failed, up to the longest. */
const EVERY = 30_000;
const LONGEST = 600_000;
/** How often the clock is looked at, in ms. */
const LOOK_EVERY = 5_000;
/** One that is being written, or a network that stumbles, is often there the next time: said when it is not. */
const TOLD_AFTER = 2;
const TOLD_AT_ONCE: ReadonlySet<FeedProblem> = new Set([
  'missing',
  'html',
  'redirect',
  'large',
  'rows',
]);

interface Followed {
  feed: Feed;
  dueAt: number;
  failures: number;
  trouble: FeedTrouble | null;
  /** What it said last, to be read but once. */
  text: string | null;
  open: string | null;
  isPart: boolean;
}

/** Brings the tasks of the host's feeds to the board, in the leading tab, from now on. */
export function followFeeds(
  feeds: readonly Feed[],
  parts: FeedParts,
  {
    wrong = [],
    memory = createFeedMemory(),
  }: { wrong?: readonly FeedTrouble[]; memory?: FeedMemory } = {},
): () => void {
  const { state, bus, timers, now, mayWrite } = parts;
  const all = feeds.map((feed): Followed => ({
    feed,
    dueAt: 0,
    failures: 0,
    trouble: null,
    text: null,
    open: null,
    isPart: false,
  }));
  const ended = new AbortController();
  let isBusy = false;
  let callOff = (): void => {};

  const isActive = (): boolean => {
    const { leading, online, paused } = state.status.getState();
    return leading && online && !paused && !ended.signal.aborted && mayWrite();
  };
  const look = async (one: Followed): Promise<void> => {
    const problem = await takeFrom(one, parts, memory, ended.signal);
    if (!isActive()) return;
    one.failures = problem === null || problem === 'rows' ? 0 : one.failures + 1;
    one.dueAt = now() + Math.min(EVERY * 2 ** one.failures, LONGEST);
    const isTold = problem !== null && (one.failures >= TOLD_AFTER || TOLD_AT_ONCE.has(problem));
    one.trouble = isTold ? { name: one.feed.name, problem } : null;
  };
  const run = async (): Promise<void> => {
    if (isBusy || !isActive()) return;
    isBusy = true;
    try {
      await parts.whole;
      for (const one of all) if (isActive() && one.dueAt <= now()) await look(one);
    } finally {
      isBusy = false;
    }
    if (!isActive()) return;
    tell([...wrong, ...all.flatMap(({ trouble }) => trouble ?? [])]);
    plan();
  };
  const tell = (troubles: FeedTrouble[]): void => {
    const told = state.status.getState().feeds;
    if (JSON.stringify(told) !== JSON.stringify(troubles)) bus.emit({ type: 'feeds', troubles });
  };
  const plan = (): void => {
    callOff();
    // A timer stands still while the computer sleeps, and a clock can be set back.
    const wait = Math.min(...all.map(({ dueAt }) => dueAt - now()), LOOK_EVERY);
    callOff = timers.after(Math.max(wait, 0), () => void run());
  };
  const stopStatus = state.status.subscribe((after, before) => {
    // Another tab has read them meanwhile.
    if (after.leading && !before.leading) for (const one of all) one.text = null;
    if (after.online && !before.online) for (const one of all) one.dueAt = 0;
    const changed = (['leading', 'online', 'paused'] as const).some(
      (field) => after[field] !== before[field],
    );
    if (changed) void run();
  });
  const stopHello = bus.on('hello', () => {
    const { feeds: troubles } = state.status.getState();
    if (isActive() && troubles.length > 0) bus.emit({ type: 'feeds', troubles: [...troubles] });
  });
  void run();
  return () => {
    ended.abort();
    callOff();
    stopStatus();
    stopHello();
  };
}

/** What went wrong, though not always all of it; null if all is well. */
async function takeFrom(
  one: Followed,
  parts: FeedParts,
  memory: FeedMemory,
  signal: AbortSignal,
): Promise<FeedProblem | null> {
  const reply = await askFeed(parts.fetch, one.feed.url, signal);
  if ('problem' in reply) return reply.problem;
  // Its last line is whole by now, if nothing came after it.
  if (reply.text === one.text && one.open === null) return one.isPart ? 'rows' : null;
  await yieldToMain();
  const reading = readFeed(reply.text, reply.contentType);
  if ('problem' in reading) return reading.problem;
  const { rows, open, isPart } = reading;
  const isWhole = open !== null && reply.text === one.text;
  const hasAll = await take(one.feed, isWhole ? [...rows, open] : rows, parts, memory);
  one.isPart = isPart;
  if (hasAll) {
    one.text = reply.text;
    one.open = open !== null && !isWhole ? open.taskId : null;
  }
  return isPart ? 'rows' : null;
}

/** Resolves to whether the board has it all: not if another tab leads by now, or nobody knows what was removed. */
async function take(
  feed: Feed,
  rows: readonly FeedRow[],
  { state, add, edit, mayWrite }: FeedParts,
  memory: FeedMemory,
): Promise<boolean> {
  const outlives = (): boolean => state.status.getState().storage === 'ok';
  const before = await memory.read(feed.base, outlives());
  if (before === null || !mayWrite()) return false;
  const { added, batch, edits, said } = takeRows(
    feed,
    rows,
    before,
    state.tracked.getState().tasks,
  );
  if (edits.size > 0) edit([...edits.keys()], (task) => edits.get(refKey(task)) ?? {});
  if (added.length > 0) {
    const { base, teamKey } = feed;
    await add({ base, keys: teamKey ? [BY_RELAY] : [], keep: 'device', tasks: added, batch });
  }
  if (mayWrite()) await memory.write(feed.base, said, outlives());
  return true;
}
