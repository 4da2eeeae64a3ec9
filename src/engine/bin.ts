import { clear, createStore, delMany, entries, setMany, type UseStore } from 'idb-keyval';
import * as v from 'valibot';

import { refKey, type Answer } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';
import type { AnswerEntries } from '~/engine/answers/answers';
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

/** Keeps removed cards. Never rejects: without storage there is no bin. */
export async function throwAway(
  tasks: readonly TrackedTask[],
  answers: AnswerEntries,
  now: number,
): Promise<void> {
  const known = new Map(answers);
  const own = tasks.filter(({ base }) => base !== SAMPLE_BASE);
  const rows = own.map((task): [string, unknown] => [
    refKey(task),
    writeRow({ task: storedOf(task), answer: known.get(refKey(task)) ?? null, removedAt: now }),
  ]);
  await inStore((bin) => setMany(rows, bin));
}

/** The cards in it, the last removed first. Those that lie there too long go for good. @param now epoch ms */
export async function readBin(now: number): Promise<Removed[]> {
  const found = ((await inStore((bin) => entries<string, unknown>(bin))) ?? []).map(
    ([key, value]) => [key, readRow(row, value)] as const,
  );
  const old = found.filter(([, one]) => one && now - one.removedAt > BIN_MS).map(([key]) => key);
  if (old.length > 0) await takeOut(old);
  return found
    .flatMap(([key, one]) =>
      one && !old.includes(key) ? [{ ...one, task: trackedOf(one.task) }] : [],
    )
    .toSorted((a, b) => b.removedAt - a.removedAt);
}

/** Forgets these, because they are back on the board or were emptied out. */
export async function takeOut(keys: readonly string[]): Promise<void> {
  await inStore((bin) => delMany([...keys], bin));
}

/** Forgets all of them. */
export async function emptyBin(): Promise<void> {
  await inStore(clear);
}
