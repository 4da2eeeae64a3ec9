import { expect, it } from 'vitest';

import { NOW } from '~test/builders';
import * as fc from '~test/properties';

import { usualFrom } from './chosen';
import type { EndedTask } from './ended-task';
import type { InsightFacts } from './facts';
import { insightOf } from './insight-of';
import { sumsOf } from './past/day-sum';
import { midnightBefore, midnightOf } from './past/midnight';
import { byStart } from './past/past';
import { ALL, anEnded, seenWith, someTasks } from './test-ended';

type Shown = readonly EndedTask[];
type Is = (task: EndedTask) => boolean;

const count = (tasks: Shown, is: Is): number => tasks.filter(is).length;
const endedAs =
  (end: EndedTask['end']): Is =>
  (task) =>
    task.end === end;

/** Whether each sentence is true by the tasks that are shown, and by those that tell what is usual. */
const IS_TRUE: Readonly<
  Record<string, (facts: InsightFacts, shown: Shown, usual: Shown) => boolean>
> = {
  'so many finished, failed and were cancelled': ({ days: { says } }, shown) =>
    says.kind === 'nothing'
      ? shown.length === 0
      : says.ready === count(shown, endedAs('ready')) &&
        says.failed === count(shown, endedAs('failed')) &&
        says.cancelled === count(shown, endedAs('cancelled')),
  'one day had more than all others': ({ days: { days, says } }) => {
    const busiest = says.kind === 'counted' ? says.busiest : null;
    if (busiest === null) return true;
    const name = busiest.most === 'failed' ? 'failed' : 'ready';
    const own = days.find(({ day }) => day === busiest.day);
    const others = days.filter((day) => day !== own);
    return (
      own?.[name] === busiest.count &&
      others.every((day) => day[name] < busiest.count) &&
      (busiest.most !== 'both' || others.every((day) => day.failed < own.failed))
    );
  },
  'so many of a hundred failed': ({ days: { says } }) => {
    if (says.kind === 'nothing' || says.failedShare?.kind !== 'of-100') return true;
    const hundredths = (100 * says.failed) / (says.ready + says.failed);
    return Math.abs(says.failedShare.n - hundredths) <= 0.5;
  },
  'one reason was more frequent than all others': ({ reasons: { says, rows } }, shown) =>
    says.kind !== 'most' ||
    (count(shown, ({ reason }) => reason === says.reason) === says.count &&
      rows.every((row) => row.kind === says.reason || row.count <= says.count) &&
      rows.every(
        ({ kind, ...row }) => kind === says.reason || kind === 'unknown' || row.count < says.count,
      )),
  'several reasons were as frequent': ({ reasons: { says, rows } }) =>
    says.kind !== 'several' ||
    says.reasons.every((kind) => rows.find((row) => row.kind === kind)?.count === says.each),
  'of so many nobody knows why': ({ reasons: { says } }, shown) =>
    says.kind !== 'unsaid' || count(shown, ({ reason }) => reason === 'unknown') === says.unsaid,
  'so many failed': ({ reasons: { says, failed } }, shown) =>
    failed === count(shown, endedAs('failed')) && (!('failed' in says) || says.failed === failed),
  'so much is stated': ({ spend: { says } }, shown) =>
    says.kind !== 'stated' ||
    says.sums.every(({ unit, base, model, amount }) => {
      const own = shown.filter(
        ({ cost, base: of, model: by }) =>
          cost?.unit === unit &&
          (base === null || base === of) &&
          (model === undefined || model === by),
      );
      const sum = own.reduce((all, { cost }) => all + (cost?.amount ?? 0), 0);
      return Math.abs(sum - amount) < 1e-5;
    }),
  'a bare number is that of one model alone': ({ spend: { says } }) =>
    says.kind !== 'stated' ||
    says.sums.every(({ unit, base, model }) => (unit === null) === (model !== undefined && !!base)),
  'so many services state nothing': ({ spend: { says } }, shown) => {
    if (says.kind !== 'stated') return true;
    const ready = shown.filter(endedAs('ready'));
    const bases = new Set(ready.map(({ base }) => base));
    const isSilent = (base: string): boolean =>
      shown.every((task) => task.base !== base || (task.cost?.amount ?? 0) === 0) &&
      ready.every((task) => task.base !== base || task.cost === null);
    return [...bases].filter(isSilent).length === says.silentServices;
  },
  'failed tasks cost nothing': ({ spend: { says } }, shown) =>
    says.kind !== 'stated' ||
    says.failed?.kind !== 'free' ||
    shown.every(({ end, cost }) => end === 'ready' || (cost?.amount ?? 0) === 0),
  'there is too little of every model': ({ durations: { says } }, _, usual) => {
    if (says.kind !== 'too-few') return true;
    const counts = new Map<string, number>();
    for (const { at, end, tookMs, base, model } of usual) {
      if (end !== 'ready' || tookMs === null || at >= midnightOf(NOW)) continue;
      const name = `${base} ${model ?? ''}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return says.count === Math.max(0, ...counts.values()) && says.count < says.needed;
  },
  'it is usual by enough': ({ durations: { models } }) =>
    models.every(
      ({ usual }) =>
        usual === null ||
        (usual.count >= 10 && usual.p10Ms <= usual.p50Ms && usual.p50Ms <= usual.p90Ms),
    ),
  'it is slower or faster today, as both figures say': ({ durations: { says } }) =>
    says.kind !== 'unusual' ||
    says.models.every(({ pace, aboutTodayMs, aboutUsualMs, count: some }) =>
      some >= 5 && pace === 'slower' ? aboutTodayMs > aboutUsualMs : aboutTodayMs < aboutUsualMs,
    ),
};

it.each(Object.entries(IS_TRUE))('that %s is true', (_, isTrue) => {
  fc.assert(
    fc.property(someTasks, fc.constantFrom(1, 7, 14, null), (tasks, days) => {
      const facts = insightOf(seenWith(tasks), { ...ALL, days }, NOW);
      const from = days === null ? -Infinity : midnightBefore(NOW, days - 1);
      const shown = tasks.filter(({ at }) => at >= from);
      const usual = tasks.filter(({ at }) => at >= usualFrom(days, NOW));
      expect(facts.total).toBe(shown.length);
      expect(isTrue(facts, shown, usual)).toBe(true);
    }),
    fc.runs(200),
  );
});

it('what is folded into sums is counted as before', () => {
  const spendIn = ({ spend: { says } }: InsightFacts): string[] =>
    (says.kind === 'stated' ? says.sums : [])
      .map((sum) => JSON.stringify(sum))
      .toSorted((a, b) => (a < b ? -1 : 1));
  const daysIn = ({ days }: InsightFacts): number[][] =>
    days.days.map(({ ready, failed, cancelled }) => [ready, failed, cancelled]);
  fc.assert(
    fc.property(someTasks, (tasks) => {
      const sums = [...byStart(tasks, midnightOf)].flatMap(([since, own]) => sumsOf(since, own));
      const whole = insightOf(seenWith(tasks), ALL, NOW);
      const folded = insightOf(seenWith([], { sums, foldedTo: NOW }), ALL, NOW);
      expect(folded.total).toBe(whole.total);
      expect(daysIn(folded)).toEqual(daysIn(whole));
      expect(folded.days.undated).toBe(whole.days.undated);
      expect(folded.reasons.says).toEqual(whole.reasons.says);
      expect(spendIn(folded)).toEqual(spendIn(whole));
      expect(folded.choices.services).toEqual(whole.choices.services);
      expect(folded.choices.models).toEqual(whole.choices.models);
    }),
  );
});

it('a filter leaves those and only those that are so, and says where details end', () => {
  const column = { heading: 'Client', values: ['north'] };
  fc.assert(
    fc.property(someTasks, (tasks) => {
      const filter = { ...ALL, models: ['veo'], batches: ['b1'], column };
      const left = tasks.filter(
        ({ model, batch, columns }) =>
          model === 'veo' && batch === 'b1' && columns['Client'] === 'North',
      );
      expect(insightOf(seenWith(tasks), filter, NOW).total).toBe(left.length);
    }),
  );
  const sums = sumsOf(midnightBefore(NOW, 9), [anEnded()]);
  const seen = seenWith([], { sums, foldedTo: midnightBefore(NOW, 9) });
  expect(insightOf(seen, { ...ALL, column }, NOW)).toMatchObject({
    total: 0,
    reach: { detailFrom: midnightBefore(NOW, 8) },
  });
  expect(insightOf(seen, ALL, NOW)).toMatchObject({ total: 1, reach: { detailFrom: null } });
});
