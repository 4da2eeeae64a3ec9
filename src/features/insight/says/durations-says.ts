import type { DurationFacts, DurationSentence, ModelDurations, Pace } from '~/engine/insight/facts';
import { formatClock } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';

import { modelNamer, type ModelOf } from './names';
import { together } from './sentences';

/** Of more, the sentence says only how many. */
const MOST_NAMED = 2;

/** What the picture of durations says. */
export function durationsSay({ says, models }: DurationFacts, t: Translate): string {
  const name = modelNamer(models, t);
  switch (says.kind) {
    case 'nothing':
      return t('insight.took.nothing');
    case 'too-few':
      return tooFew(says, t);
    case 'unusual':
      return unusual(says, name, t);
    case 'as-usual': {
      const one = models.find(({ pace }) => pace === 'usual');
      const { asUsual: n, unsure } = says;
      const usual =
        n === 1 && one
          ? t('insight.took.oneUsual', { model: name(one) })
          : t(unsure === 0 ? 'insight.took.allUsual' : 'insight.took.countUsual', { n });
      return together([usual, unsure === 0 ? null : t('insight.took.unsure', { n: unsure })], t);
    }
    case 'usual-only':
      return t('insight.took.usualOnly', { n: says.models });
  }
}

function tooFew(
  { needed, days, count }: Extract<DurationSentence, { kind: 'too-few' }>,
  t: Translate,
): string {
  return together(
    [
      days === null
        ? t('insight.took.tooFew', { needed })
        : t('insight.took.tooFewDays', { needed, days }),
      count === 0 ? null : t('insight.took.tooFewKnown', { n: count }),
    ],
    t,
  );
}

function unusual(
  { models, asUsual: n, unsure }: Extract<DurationSentence, { kind: 'unusual' }>,
  name: (of: ModelOf) => string,
  t: Translate,
): string {
  const named = models.slice(0, MOST_NAMED).map((one) =>
    t(`insight.took.${one.pace}`, {
      model: name(one),
      today: clock(one.aboutTodayMs),
      usual: clock(one.aboutUsualMs),
    }),
  );
  const more = models.length - named.length;
  // Of those that nobody can judge nothing is said.
  const areAll = unsure === 0 && more === 0;
  return together(
    [
      ...named,
      more === 0 ? null : t('insight.took.moreUnusual', { n: more }),
      n === 0 ? null : t(areAll ? 'insight.took.othersUsual' : 'insight.took.someUsual', { n }),
    ],
    t,
  );
}

/** What is usual for one model; each time is rounded away from the middle, so that the range still holds. */
export function rangeWords({ usual }: ModelDurations, t: Translate): string {
  if (usual === null) return t('insight.took.noUsual');
  return t('insight.took.range', {
    from: clock(usual.p10Ms),
    to: formatClock(Math.ceil(usual.p90Ms / 1000)),
  });
}

/** How one model is today; null if none of it has finished. */
export function todayWords({ today, pace }: ModelDurations, t: Translate): string | null {
  return today && t(TODAY[pace], { time: clock(today.p50Ms) });
}

const TODAY = {
  slower: 'insight.took.todaySlower',
  faster: 'insight.took.todayFaster',
  usual: 'insight.took.todayUsual',
  unsure: 'insight.took.todayUnsure',
} as const satisfies Record<Pace, string>;

/** A stopwatch's time, seconds rounded down. @param ms 0 or more */
export function clock(ms: number): string {
  return formatClock(ms / 1000);
}
