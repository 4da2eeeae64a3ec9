import type { Answer } from '~/core/answer';
import type { CardFacts } from '~/engine/answers/card-of';
import type { Engine } from '~/engine/engine';
import { nextLookUp } from '~/engine/look-ups/forecast/policy';

/** Tasks that wait for each other, because they share one key. */
export interface Crowd {
  tasks: number;
  /** How often, at most, each of them can be looked up, in ms. */
  turnMs: number;
}

/** Above this interval, in ms, people would wonder why a card is not looked up. */
const CROWDED_MS = 30_000;
/** So many tasks are asked what they would wait anyhow: enough for a mean, and cheap on a board of any size. */
const SAMPLE = 60;

/**
 * The key whose tasks wait longest because they are so many; null if none do. A turn of all must take long, longer than
 * they would wait if each had the key for itself, and some must be due.
 * @param unfinished how many tasks each key has at most that could wait
 * @param open all tasks that have not ended
 * @param now epoch ms
 */
export function crowdOf(
  unfinished: Iterable<readonly [connectionId: string, tasks: number]>,
  open: readonly CardFacts[],
  { turnMs, usual }: Pick<Engine, 'turnMs' | 'usual'>,
  now: number,
): Crowd | null {
  return [...unfinished]
    .filter(([key, tasks]) => turnMs(key, tasks) > CROWDED_MS)
    .flatMap(([key]) => {
      const own = open.filter(
        ({ tracked, answer }) => tracked.connectionId === key && isAsked(answer),
      );
      const turn = turnMs(key, own.length);
      const crowded =
        turn > CROWDED_MS &&
        own.some(({ answer }) => (answer.nextAt ?? 0) <= now) &&
        // How many look-ups would be made in one turn, and how many can.
        mean(sampled(own).map(({ tracked, answer }) => turn / gapOf(answer, usual(tracked)))) > 1;
      return crowded ? [{ tasks: own.length, turnMs: turn }] : [];
    })
    .reduce<Crowd | null>((most, one) => (one.turnMs > (most?.turnMs ?? 0) ? one : most), null);
}

/** Whether the task is asked about by turns. */
function isAsked({ askedAt, nextAt }: Answer): boolean {
  return nextAt !== null || askedAt === null;
}

/** What the policy would have it wait if it were alone, in ms. */
function gapOf(answer: Answer, usual: ReturnType<Engine['usual']>): number {
  const now = answer.askedAt ?? 0;
  const alone = { now, answer, usual, watched: false, hidden: false, random: 0.5 };
  return Math.max(1, nextLookUp(alone)?.afterMs ?? Infinity);
}

function sampled<T>(all: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(all.length / SAMPLE));
  return all.filter((_, at) => at % step === 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
