import { createStore } from 'zustand/vanilla';

import { refKey, type Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';

import { endedAway, endOf, type Away } from '~/engine/answers/end';

const NAME = 'rushes-away';
/** So many absences are told together, and none that is older than this, in ms. */
const MOST = 20;
const OLD_MS = 7 * 86_400_000;

interface Absences {
  spans: readonly Away[];
  /** The person said OK. What ended then can still be looked at, until the next absence. */
  isRead: boolean;
}

const NO_ABSENCES: Absences = { spans: [], isRead: true };

/** When nobody looked. Kept over a reload, and the same in all tabs. */
export const awaySpans = createStore<Absences>(() => NO_ABSENCES);

/** With one more. */
export function withSpan(spans: readonly Away[], span: Away): readonly Away[] {
  return [...spans.filter(({ to }) => span.to - to < OLD_MS && to <= span.from), span].slice(-MOST);
}

/** The keys of the tasks that ended in these absences, by how they ended. */
export function endedIn(
  spans: readonly Away[],
  tasks: Iterable<TrackedTask>,
  answerOf: (task: TrackedTask) => Answer,
): { ready: readonly string[]; failed: readonly string[] } {
  const found = { ready: [] as string[], failed: [] as string[], cancelled: [] as string[] };
  if (spans.length === 0) return found;
  for (const task of tasks) {
    const end = endOf(task, answerOf(task));
    if (end && spans.some((span) => endedAway(end, span))) found[end.kind].push(refKey(task));
  }
  return found;
}

/** Adds an absence, to those that other tabs have noted. */
export function noteAway(span: Away): void {
  const { spans, isRead } = readStored();
  write({ spans: withSpan(isRead ? [] : spans, span), isRead: false });
}

/** The person has read what there was. */
export function dismissAway(): void {
  write({ ...readStored(), isRead: true });
}

/** Reads what is stored, now and when another tab changes it, until the returned function is called. */
export function followAway(): () => void {
  const read = (): void => awaySpans.setState(readStored());
  const heard = ({ key }: StorageEvent): void => {
    if (key === NAME) read();
  };
  read();
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
}

function readStored(): Absences {
  try {
    const { spans, isRead } = Object(JSON.parse(localStorage.getItem(NAME) ?? 'null')) as Partial<
      Record<keyof Absences, unknown>
    >;
    return Array.isArray(spans)
      ? { spans: spans.filter(isSpan).slice(-MOST), isRead: isRead === true }
      : NO_ABSENCES;
  } catch {
    // Without storage, this tab's own.
    return awaySpans.getState();
  }
}

function isSpan(stored: unknown): stored is Away {
  const { from, to } = Object(stored) as Partial<Record<keyof Away, unknown>>;
  return typeof from === 'number' && typeof to === 'number';
}

function write(absences: Absences): void {
  awaySpans.setState(absences);
  try {
    localStorage.setItem(NAME, JSON.stringify(absences));
  } catch {
    // Full or forbidden: then this tab alone tells it.
  }
}
