import * as v from 'valibot';

import { refKey, type Answer } from '~/core/answer';
import { AUTH_SCHEMES, type AuthScheme } from '~/core/auth-scheme';
import { isUsableTime } from '~/core/usable-time';
import { NO_PAST, type Past } from '~/engine/insight/past/past';
import { readPastFile, writePast } from '~/engine/insight/past/past-file';
import { answerSchema, lookUpPathSchema } from '~/engine/storage/schema';

import { writeBoardFile, type BoardFile } from './board-file';
import { readBoardFile, type FileRefusal } from './read-board-file';
import { sealedKeysSchema, type SealedKeys } from './sealed-keys';

/** Everything that one browser knows, for another one or for later. */
export interface Backup {
  file: BoardFile;
  /** What is known of its tasks, by `refKey`. */
  answers: readonly (readonly [key: string, Answer])[];
  /** Look-up paths of services that do not use the usual one. */
  paths: readonly (readonly [base: string, path: string])[];
  /** How services want their keys, where it was said. */
  schemes: readonly (readonly [base: string, scheme: AuthScheme])[];
  /** Saved views by name, as addresses; not yet validated, `features/find` knows them. */
  views: readonly unknown[];
  /** What Insight knows of ended tasks that are on the board no more. */
  past: Past;
  /** Only if the person asked for it. */
  keys: SealedKeys | null;
}

/** The backup as JSON. */
export function writeBackup({ file, past, ...more }: Backup): string {
  const board = JSON.parse(writeBoardFile(file)) as object;
  return JSON.stringify({ ...board, ...more, past: writePast(past) });
}

const moreSchema = v.object({
  answers: v.fallback(v.array(v.unknown()), []),
  paths: v.fallback(v.array(v.tuple([v.string(), lookUpPathSchema])), []),
  schemes: v.fallback(v.array(v.tuple([v.string(), v.picklist(AUTH_SCHEMES)])), []),
  views: v.fallback(v.pipe(v.array(v.unknown()), v.maxLength(1000)), []),
  past: v.optional(v.unknown()),
  keys: v.fallback(v.nullable(sealedKeysSchema), null),
});
const answerRow = v.tuple([v.string(), answerSchema]);

/** Reads a backup, or the file of a part of a board. What else is damaged in it is left out. @param now epoch ms */
export function readBackup(
  text: string,
  now: number,
): { backup: Backup; leftOut: number } | { refused: FileRefusal } {
  const read = readBoardFile(text, now);
  if ('refused' in read) return read;
  const { file, leftOut } = read;
  const parsed = v.safeParse(moreSchema, JSON.parse(text));
  if (!parsed.success) return { refused: 'other' };
  const { answers, past, ...more } = parsed.output;
  const known = new Set(file.tasks.map(refKey));
  const rows = answers.flatMap((row) => {
    const one = v.safeParse(answerRow, row);
    return one.success && known.has(one.output[0]) && isUsable(one.output[1]) ? [one.output] : [];
  });
  return {
    backup: { file, answers: rows, past: readPastFile(past) ?? NO_PAST, ...more },
    leftOut,
  };
}

/** Whether screens can say all of its times. */
function isUsable({ task, problemSince, askedAt, answeredAt, nextAt, sightings }: Answer): boolean {
  const times = [problemSince, askedAt, answeredAt, nextAt, ...sightings.map(({ at }) => at)];
  if (task) times.push(task.createdAt, task.completedAt, task.expiresAt, task.updatedAt);
  return times.every((at) => at === null || isUsableTime(at));
}
