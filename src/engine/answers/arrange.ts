import { refKey, type Answer } from '~/core/answer';
import { SHOWS, type Show, type Sort, type Standing } from '~/core/standing';
import type { TaskState } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { estimate } from '~/engine/look-ups/forecast/estimate';
import type { KeyLoss } from '~/engine/state';
import type { Durations } from '~/engine/look-ups/forecast/history';

import { troubleOf, waitsForPerson } from './trouble';

/** What a card's position on the board depends on. */
export interface Entry {
  key: string;
  tracked: TrackedTask;
  answer: Answer;
  standing: Standing;
  /** How long similar tasks usually take; null for finished tasks, and if nothing is known. */
  usual: Durations | null;
}

/** @param loss why no key of this service can be used @param usualOf called for running tasks only */
export function entryOf(
  tracked: TrackedTask,
  answer: Answer,
  loss: KeyLoss | null,
  usualOf: (task: TrackedTask) => Durations | null,
): Entry {
  const standing = standingOf(answer, loss);
  const usual = standing === 'running' ? usualOf(tracked) : null;
  return { key: refKey(tracked), tracked, answer, standing, usual };
}

/** What of the board is shown, and in which order. */
export interface BoardView {
  show: Show;
  sort: Sort;
  query: string;
}

export interface Arranged {
  /** Number of cards that match the search, per filter. */
  counts: Record<Show, number>;
  /** The cards that match the filter too, in order. */
  entries: readonly Entry[];
}

/** Searches, counts, filters and sorts. The order is total, so a card never moves without a reason. */
export function arrange(entries: readonly Entry[], view: BoardView, now: number): Arranged {
  const found = search(entries, view.query);
  const counts = Object.fromEntries(
    SHOWS.map((show) => [show, found.filter((entry) => fits(entry, show)).length]),
  ) as Record<Show, number>;
  const order = ORDERS[view.sort];
  const sorted = found
    .filter((entry) => fits(entry, view.show))
    .map((entry, place) => ({ entry, place, ranks: order(entry, now) }))
    .toSorted((a, b) => compare(a.ranks, b.ranks) || a.place - b.place);
  return { counts, entries: sorted.map(({ entry }) => entry) };
}

function standingOf(answer: Answer, loss: KeyLoss | null): Standing {
  const state = answer.task?.state ?? 'unknown';
  if (state === 'completed') return 'ready';
  if (state === 'failed' || state === 'cancelled') return 'attention';
  return waitsForPerson(answer, troubleOf(answer, loss)) ? 'attention' : 'running';
}

function fits(entry: Entry, show: Show): boolean {
  return show === 'all' || entry.standing === show;
}

/** Every word must occur somewhere. Case and full-width forms make no difference. */
function search(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ tracked, answer: { task } }: Entry): string {
  const { label, batch, shot, columns, taskId } = tracked;
  const texts = [label, batch?.name ?? null, shot, taskId, ...Object.values(columns)];
  if (task) texts.push(task.id, task.prompt, task.enhancedPrompt, task.model);
  return plain(texts.filter((text) => text !== null).join('\n'));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Longest time, in ms, until a running task is ready, as far as known at `now`. */
export function latestLeft({ answer, usual, standing }: Entry, now: number): number | null {
  return standing === 'running' ? (estimate(answer, usual, now).remainingMs?.[1] ?? null) : null;
}

/** Ranks to compare in turn, smallest first. */
type Order = (entry: Entry, now: number) => readonly number[];

const newest: Order = ({ tracked }) => [-Math.floor(tracked.addedAt), tracked.addedAt];
const NEVER = Number.MAX_SAFE_INTEGER;

const ORDERS = {
  // A batch keeps the order it was pasted in: its tasks are a fraction of a millisecond apart.
  newest,
  oldest: ({ tracked }) => [tracked.addedAt],
  soonest: (entry, now) => [
    SOON[entry.standing],
    latestLeft(entry, now) ?? NEVER,
    WAITS[stateOf(entry)],
    -(entry.answer.task?.progress ?? 0),
    entry.answer.task?.queue?.position ?? NEVER,
    ...newest(entry, now),
  ],
  state: (entry, now) => [
    entry.standing === 'attention' ? 0 : BY_STATE[stateOf(entry)],
    ...newest(entry, now),
  ],
} as const satisfies Record<Sort, Order>;

const SOON = { running: 0, ready: 1, attention: 2 } as const satisfies Record<Standing, number>;
const WAITS = { running: 0, queued: 1, unknown: 2, completed: 3, failed: 3, cancelled: 3 } as const;
const BY_STATE = {
  failed: 0,
  cancelled: 0,
  running: 1,
  queued: 2,
  unknown: 3,
  completed: 4,
} as const satisfies Record<TaskState, number>;

function stateOf(entry: Entry): TaskState {
  return entry.answer.task?.state ?? 'unknown';
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((rank, place) => rank !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
