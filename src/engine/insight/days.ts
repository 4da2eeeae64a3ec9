import { isoDay } from '~/core/iso-day';

import type { DayCount, DayFacts, DaySentence } from './facts';
import type { Left } from './insight-of';
import { midnightBefore, midnightOf } from './past/midnight';
import { countOf } from './past/day-sum';
import { shareOf } from './shares';

/** Of fewer no share is said, and no day is called the busiest with less than that, or among fewer days. */
const ENOUGH = { share: 10, ready: 3, failed: 2, days: 3 } as const;
/** The picture shows no more days than sums are kept for. */
const MOST_DAYS = 731;

type Counts = Omit<DayCount, 'day'>;

/** What ended on each day. @param from the first moment of the filter's time; -Infinity for all @param now epoch ms */
export function dayFacts({ tasks, sums }: Left, from: number, now: number): DayFacts {
  let first = Infinity;
  for (const { at } of tasks) first = Math.min(first, at);
  for (const { since } of sums) first = Math.min(first, since);
  if (first === Infinity) return { days: [], undated: 0, says: { kind: 'nothing' } };
  const days = daysFrom(Math.max(from, first), now);
  let undated = 0;
  for (const { at, end, isDated } of tasks) {
    dayOf(days, at)[end] += 1;
    if (!isDated) undated += 1;
  }
  for (const sum of sums) {
    // A day that began elsewhere, on a journey, is the one in which its noon was.
    const day = dayOf(days, sum.since + NOON_MS);
    day.ready += sum.ready;
    day.cancelled += sum.cancelled;
    day.failed += countOf(sum) - sum.ready - sum.cancelled;
    undated += sum.undated;
  }
  const named = days.map((day) => ({ ...day, day: isoDay(day.at) }));
  return { days: named, undated, says: sentenceOf(named) };
}

const NOON_MS = 43_200_000;

function daysFrom(from: number, now: number): Counts[] {
  const days: Counts[] = [];
  for (let back = 0; back < MOST_DAYS; back += 1) {
    const at = midnightBefore(now, back);
    days.push({ at, ready: 0, failed: 0, cancelled: 0 });
    if (at <= from) break;
  }
  return days.toReversed();
}

const DAY_MS = 86_400_000;

/** The day that holds this moment; the first or last one for what is before or after all. */
function dayOf(days: readonly Counts[], at: number): Counts {
  const first = days[0]?.at ?? 0;
  let place = Math.max(0, Math.min(days.length - 1, Math.floor((at - first) / DAY_MS)));
  // Days are not all as long.
  while (place > 0 && (days[place]?.at ?? 0) > at) place -= 1;
  while (place < days.length - 1 && (days[place + 1]?.at ?? Infinity) <= at) place += 1;
  return days[place] ?? { at: midnightOf(at), ready: 0, failed: 0, cancelled: 0 };
}

function sentenceOf(days: readonly DayCount[]): DaySentence {
  const sum = (name: 'ready' | 'failed' | 'cancelled'): number =>
    days.reduce((all, day) => all + day[name], 0);
  const [ready, failed, cancelled] = [sum('ready'), sum('failed'), sum('cancelled')];
  const all = ready + failed;
  const failedShare = failed > 0 && all >= ENOUGH.share ? shareOf(failed, all) : null;
  const counts = { ready, failed, cancelled, days: days.length };
  return { kind: 'counted', ...counts, failedShare, busiest: busiestOf(days) };
}

type Busiest = Extract<DaySentence, { kind: 'counted' }>['busiest'];

function busiestOf(days: readonly DayCount[]): Busiest {
  const used = days.filter(({ ready, failed, cancelled }) => ready + failed + cancelled > 0);
  if (used.length < ENOUGH.days) return null;
  const [ready, failed] = [mostOf(days, 'ready'), mostOf(days, 'failed')];
  if (ready && ready === failed) return told(ready, 'both', ready.ready);
  if (ready) return told(ready, 'ready', ready.ready);
  return failed && told(failed, 'failed', failed.failed);
}

function told(
  { day, at }: DayCount,
  most: NonNullable<Busiest>['most'],
  count: number,
): NonNullable<Busiest> {
  return { day, at, most, count };
}

/** The only day with the most; null if there are several, or it is too little. */
function mostOf(days: readonly DayCount[], name: 'ready' | 'failed'): DayCount | null {
  const most = days.reduce((best, day) => Math.max(best, day[name]), 0);
  const [day, ...others] = days.filter((one) => one[name] === most);
  return most >= ENOUGH[name] && others.length === 0 ? (day ?? null) : null;
}
