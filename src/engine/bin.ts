import { clear, createStore, delMany, entries, getMany, setMany, type UseStore } from 'idb-keyval';
import * as v from 'valibot';

import { NO_ANSWER, refKey, type Answer } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';
import type { AnswerEntries } from '~/engine/answers/answers';
import { endedTaskOf } from '~/engine/insight/ended-task';
import { onlyGrouping } from '~/engine/insight/past/grouping-columns';
import { keepPast, takeFromPast } from '~/engine/insight/past/past-store';
import type { EngineState } from './state';
import { answerSchema, readRow, writeRow } from '~/engine/storage/schema';
import { storedOf, trackedOf, trackedSchema } from '~/engine/storage/tracked-row';

/** How long a removed card can be brought back, in days. */
const BIN_DAYS = 30;
const BIN_MS = BIN_DAYS * 86_400_000;

/** A card that was removed. */
export interface Removed {
  task: TrackedTask;
  answer: Answer | null;
  /** Epoch ms. */
  removedAt: number;
}

const row = v.object({
  task: trackedSchema,
  answer: v.nullable(answerSchema),
  removedAt: v.number(),
});

/** In a database of its own: it is read when somebody looks for something, not at the start. */
const BIN = 'rushes-bin';
let opened: UseStore | null = null;

/** Null without storage, which the page says where it says what else is not kept. */
async function inStore<T>(work: (bin: UseStore) => Promise<T>): Promise<T | null> {
  try {
    return await work((opened ??= createStore(BIN, 'tasks')));
  } catch {
    return null;
  }
}

/**
 * Keeps removed cards, and for longer what Insight needs of those that have ended. Never rejects: without storage there
 * is no bin. @param board where the tasks are that stay on it
 */
export async function throwAway(
  tasks: readonly TrackedTask[],
  answers: AnswerEntries,
  now: number,
  board: Pick<EngineState, 'tracked'> | null = null,
): Promise<void> {
  const known = new Map(answers);
  const own = tasks.filter(({ base }) => base !== SAMPLE_BASE);
  const rows = own.map((task): [string, unknown] => [
    refKey(task),
    writeRow({ task: storedOf(task), answer: known.get(refKey(task)) ?? null, removedAt: now }),
  ]);
  await inStore((bin) => setMany(rows, bin));
  const ended = own.flatMap(
    (task) => endedTaskOf(task, known.get(refKey(task)) ?? NO_ANSWER) ?? [],
  );
  const others = board?.tracked.getState().tasks.values() ?? [];
  await keepPast(onlyGrouping(ended, [...own, ...others]));
}

/** The cards in it, the last removed first, of those at once the first added. Those that lie there too long go for good. @param now epoch ms */
export async function readBin(now: number): Promise<Removed[]> {
  const found = ((await inStore((bin) => entries<string, unknown>(bin))) ?? []).map(
    ([key, value]) => [key, readRow(row, value)] as const,
  );
  const old = found.filter(([, one]) => one && now - one.removedAt > BIN_MS).map(([key]) => key);
  if (old.length > 0) await inStore((bin) => delMany(old, bin));
  return found
    .flatMap(([key, one]) =>
      one && !old.includes(key) ? [{ ...one, task: trackedOf(one.task) }] : [],
    )
    .toSorted((a, b) => b.removedAt - a.removedAt || a.task.addedAt - b.task.addedAt);
}

/** Forgets these, because they are back on the board. */
export async function takeOut(keys: readonly string[]): Promise<void> {
  const found = (await inStore((bin) => getMany<unknown>([...keys], bin))) ?? [];
  const ended = found.flatMap((value) => {
    const one = readRow(row, value);
    return (one?.answer && endedTaskOf(trackedOf(one.task), one.answer)) ?? [];
  });
  await takeFromPast(ended);
  await inStore((bin) => delMany([...keys], bin));
}

/** Forgets all of them. */
export async function emptyBin(): Promise<void> {
  await inStore(clear);
}
