import { createHeap, type Heap } from './heap';

/** When to look a task up next, as decided after each look-up. */
export interface Next {
  /** Epoch ms; null = not again by itself. */
  dueAt: number | null;
  /** The person asked; it was never looked up; it is simply due. */
  priority: 'asked' | 'new' | 'due';
  /** Epoch ms when it will probably be finished; null without evidence. */
  expectedDoneAt: number | null;
}

/** A task in a queue. What is in here must not change while it is queued. */
export interface Entry extends Next {
  readonly key: string;
  /** Among tasks that are equally urgent, the lowest goes first. */
  readonly order: number;
  /** Since when it has been due but not started, for fairness; filled in by the queue. */
  waitingSince: number | null;
}

/**
 * A task that has waited this long, in ms, goes first, longest wait first, so nobody waits longer than this plus one
 * turn of all waiting tasks: `n / rate` seconds.
 */
export const LONGEST_WAIT = 20_000;

/** The tasks of one key, by urgency. Everything costs O(log n), however many there are. */
export interface DueQueue<E extends Entry> {
  readonly size: number;
  /** Leaves out a task that is not to be looked up again. */
  add(entry: E): void;
  remove(entry: E): void;
  /**
   * The most urgent task that is due. *Check now* goes first, then tasks that have waited too long, then new ones, then
   * the rest by expected end. `now` must not go back while there are tasks in it.
   */
  first(now: number): E | undefined;
  /** When the next task will be due, as of the last `first`; null if all are. */
  nextDueAt(): number | null;
}

/** A queue with no tasks yet. */
export function createDueQueue<E extends Entry>(): DueQueue<E> {
  const coming = createHeap<E>((a, b) => dueAtOf(a) - dueAtOf(b));
  const waiting: Record<Entry['priority'], Heap<E>> = {
    asked: createHeap<E>(byWait),
    new: createHeap<E>(byWait),
    due: createHeap<E>(byExpectedEnd),
  };
  /** Those in `new` and `due`, once more: one of them may have waited too long. */
  const unasked = createHeap<E>(byWait);
  const heaps = [coming, waiting.asked, waiting.new, waiting.due, unasked];

  return {
    get size() {
      return coming.size + waiting.asked.size + unasked.size;
    },
    add(entry) {
      if (entry.dueAt !== null) coming.add(entry);
    },
    remove(entry) {
      for (const heap of heaps) heap.remove(entry);
    },
    first(now) {
      for (let next = coming.first(); next && dueAtOf(next) <= now; next = coming.first()) {
        coming.remove(next);
        next.waitingSince ??= now;
        waiting[next.priority].add(next);
        if (next.priority !== 'asked') unasked.add(next);
      }
      const oldest = unasked.first();
      const late = oldest && now - sinceOf(oldest) > LONGEST_WAIT ? oldest : undefined;
      return waiting.asked.first() ?? late ?? waiting.new.first() ?? waiting.due.first();
    },
    nextDueAt: () => coming.first()?.dueAt ?? null,
  };
}

const dueAtOf = ({ dueAt }: Entry): number => dueAt ?? Infinity;
const sinceOf = ({ waitingSince }: Entry): number => waitingSince ?? Infinity;

function byWait(a: Entry, b: Entry): number {
  return sinceOf(a) - sinceOf(b) || a.order - b.order;
}

function byExpectedEnd(a: Entry, b: Entry): number {
  if (a.expectedDoneAt === b.expectedDoneAt) return byWait(a, b);
  return (a.expectedDoneAt ?? Infinity) - (b.expectedDoneAt ?? Infinity);
}
