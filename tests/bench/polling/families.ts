import { seeded, type Random } from './random';
import type { Change, Trace } from './traces';

/** A way in which services behave that is unlike the four kinds the policy began with. */
interface Family {
  /** Never looked at while the policy was made: it shows what the policy does where it was not tuned. */
  heldOut: boolean;
  /** Different models, each with its own speed. */
  models: number;
  /** Run: median of the first model in ms, growth from model to model, and log-sd. */
  run: { median: number; grows: number; spread: number };
  /** What is shown at which share of the run, after the queue; words default to `in_progress`. */
  shape: (random: Random, model: number) => Shown[];
  /** Every task has a service of its own, so nothing is learnt. */
  strangers?: boolean;
  /** Names all models alike, so that they share a history. */
  nameless?: boolean;
  /** Replaces the log-normal run. */
  length?: (random: Random, model: number) => number;
}

type Shown = readonly [share: number, progress: number | null, word?: string];

const RUN = { median: 90_000, grows: 1.3, spread: 0.3 };

export const FAMILIES = {
  uneven: {
    heldOut: false,
    models: 4,
    run: RUN,
    shape(random, model) {
      const hold = random.unit() < 0.4 ? random.between(0.08, 0.33) : 0;
      const numbers = [10, 20, 30, 50, 70, 80, 90, 95];
      // Half of the models take as long for every number as for any other.
      const waits = [...numbers, 100].map(
        (n, index, all) => (model % 2 ? 10 : n - (all[index - 1] ?? 0)) * random.between(0.7, 1.3),
      );
      const whole = waits.reduce((sum, wait) => sum + wait, 0);
      let at = 0;
      return numbers.map((n, index) => {
        at += ((waits[index] ?? 0) / whole) * (1 - hold);
        return [at, n];
      });
    },
  },
  halts: {
    heldOut: false,
    models: 4,
    run: RUN,
    shape(random, model) {
      const halts = Array.from({ length: 1 + Math.floor(3 * random.unit()) }, () => ({
        at: random.between(0.1, 0.97),
        takes: random.between(0.05, 0.3),
      }));
      const whole = halts.reduce((sum, { takes }) => sum + takes, 1);
      return climb(model % 2 ? 5 : 1, 99).map((n) => {
        const stood = halts.filter(({ at }) => n / 100 > at);
        return [stood.reduce((sum, { takes }) => sum + takes, n / 100) / whole, n];
      });
    },
  },
  leaps: {
    heldOut: false,
    models: 4,
    run: RUN,
    shape(random, model) {
      const top = random.between(30, 90);
      return climb(model % 2 ? 10 : 1, top).map((n) => [n / top, n]);
    },
  },
  worded: {
    heldOut: false,
    models: 3,
    run: RUN,
    shape(random) {
      const from = random.between(0.08, 0.2);
      const to = random.between(0.72, 0.86);
      return [
        [0, null, 'preparing'],
        [from, 0, 'rendering'],
        ...climb(2, 100).map((n): Shown => [from + (n / 100) * (to - from), n, 'rendering']),
        [to, null, 'encoding'],
      ];
    },
  },
  mixed: {
    heldOut: false,
    models: 3,
    nameless: true,
    run: { median: 40_000, grows: 2.5, spread: 0.25 },
    shape: (_, model) => (model === 1 ? [] : even(1)),
  },
  back: {
    heldOut: true,
    models: 4,
    run: RUN,
    shape(random, model) {
      const falls = Array.from({ length: 1 + Math.floor(2 * random.unit()) }, () => ({
        at: random.between(0.2, 0.9),
        by: random.between(5, 30),
      }));
      return climb(model % 2 ? 5 : 1, 99).map((n) => {
        const ahead = falls.filter(({ at }) => n / 100 < at);
        const shown = ahead.reduce((sum, { by }) => sum + by * (n / 100), n);
        return [n / 100, Math.min(97, Math.floor(shown))];
      });
    },
  },
  again: {
    heldOut: true,
    models: 4,
    run: RUN,
    shape(random, model) {
      const border = random.between(0.3, 0.7);
      const word = model % 2 ? 'upscaling' : 'in_progress';
      const step = model < 2 ? 1 : 5;
      return [
        ...climb(step, 100).map((n): Shown => [(n / 100) * border, n]),
        [border + 0.01, 0, word],
        ...climb(step, 99).map((n): Shown => [
          border + 0.01 + (n / 100) * (0.99 - border),
          n,
          word,
        ]),
      ];
    },
  },
  bursts: {
    heldOut: true,
    models: 4,
    run: RUN,
    shape(random) {
      const bursts: { after: number; leap: number }[] = [];
      for (let sum = 0; sum < 100; sum += bursts.at(-1)?.leap ?? 100) {
        bursts.push({ after: random.between(0.3, 1.7), leap: random.between(3, 25) });
      }
      const whole = bursts.reduce((sum, { after }) => sum + after, 0);
      let at = 0;
      let shown = 0;
      return bursts.slice(0, -1).map(({ after, leap }) => {
        at += after / whole;
        shown += leap;
        return [at, Math.floor(shown)];
      });
    },
  },
  heavy: {
    heldOut: true,
    models: 4,
    run: RUN,
    length: (random, model) =>
      Math.min(
        3_600_000,
        model < 2
          ? 45_000 * (1 - random.unit()) ** (-1 / 1.3)
          : random.logNormal(90_000, 1.1) + 10_000,
      ),
    shape: (_, model) => (model % 2 ? [] : even(1)),
  },
  eased: {
    heldOut: true,
    models: 4,
    run: RUN,
    shape: (_, model) =>
      climb(model % 2 ? 5 : 1, model < 2 ? 95 : 99).map((n) => [
        model < 2 ? Math.min(0.999, -Math.log(1 - n / 100.3) / 3) : (n / 100) ** 0.45,
        n,
      ]),
  },
  strangers: {
    heldOut: false,
    models: 3,
    strangers: true,
    run: { median: 228_000, grows: 1, spread: 0.12 },
    shape: () => [],
  },
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as FamilyName[];

/** Generates `count` tasks of a family, one after another, so that each can learn from those before. */
export function generateFamily(name: FamilyName, count: number, seed: number): Trace[] {
  const family: Family = FAMILIES[name];
  const random = seeded(seed * 31 + FAMILY_NAMES.indexOf(name) * 7_919);
  let clock = 0;
  return Array.from({ length: count }, (_, index) => {
    clock += random.between(20_000, 40_000);
    const addedAtMs = Math.round(clock);
    const which = index % family.models;
    return {
      addedAtMs,
      kind: name,
      model: family.nameless ? name : `${name}-${which}`,
      connection: family.strangers ? `stranger-${index}` : 'a',
      changes: changesOf(family, which, addedAtMs, random),
    };
  });
}

function changesOf(family: Family, model: number, addedAt: number, random: Random): Change[] {
  const { median, grows, spread } = family.run;
  const start = addedAt + random.logNormal(12_000, 0.7);
  const run =
    family.length?.(random, model) ??
    Math.max(5_000, random.logNormal(median * grows ** model, spread));
  const shape = family.shape(random, model);
  const counts = shape.some(([, progress]) => progress !== null);
  const first = counts && shape[0]?.[1] !== null ? 0 : null;
  return [
    [addedAt, 'queued', first],
    [Math.round(start), shape[0]?.[2] ?? 'in_progress', first],
    ...shape.map(([share, progress, word = 'in_progress']): Change => [
      Math.round(start + share * run),
      word,
      progress,
    ]),
    [Math.round(start + run), 'completed', counts ? 100 : null],
  ];
}

/** The numbers of a service that counts in steps. */
function climb(step: number, top: number): number[] {
  return Array.from({ length: Math.floor(top / step) }, (_, index) => (index + 1) * step);
}

function even(step: number): Shown[] {
  return climb(step, 99).map((n) => [n / 100, n]);
}
