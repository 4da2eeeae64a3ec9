import type { SpendFacts, SpendSentence } from './facts';
import type { Left } from './insight-of';
import { countOf } from './past/day-sum';

/** From so many failed tasks on it is said that they cost nothing. */
const ENOUGH_FAILED = 3;

interface Model {
  model: string | null;
  count: number;
  amount: number;
  /** What each of them cost; null once two differ, or if only a sum is known. */
  each: number | null;
}

interface Service {
  base: string;
  units: Map<string | null, Map<string | null, Model>>;
  /** Finished videos by model of which nothing is stated. */
  silent: Map<string | null, number>;
  /** Failed and cancelled tasks, of how many a cost is stated, and of how many it is more than nothing. */
  failed: { all: number; stated: number; paid: number };
}

/** What it cost, as far as services state it. */
export function spendFacts(left: Left): SpendFacts {
  const services = servicesOf(left);
  const stated = services.flatMap(statedBy).toSorted((a, b) => tasksIn(b) - tasksIn(a));
  const silent = services.flatMap(({ base, silent: models }) => {
    const count = [...models.values()].reduce((sum, some) => sum + some, 0);
    return count === 0 ? [] : [{ base, count, models: [...models.keys()] }];
  });
  return { stated, silent, says: sentenceOf(services, stated, left) };
}

function servicesOf({ tasks, sums }: Left): Service[] {
  const services = new Map<string, Service>();
  const serviceAt = (base: string): Service => {
    const known = services.get(base);
    if (known) return known;
    const failed = { all: 0, stated: 0, paid: 0 };
    const made: Service = { base, units: new Map(), silent: new Map(), failed };
    services.set(base, made);
    return made;
  };
  for (const { base, model, end, cost } of tasks) {
    const service = serviceAt(base);
    const isPaid = cost !== null && cost.amount > 0;
    if (end !== 'ready') {
      service.failed.all += 1;
      if (cost !== null) service.failed.stated += 1;
      if (isPaid) service.failed.paid += 1;
    } else if (cost === null) service.silent.set(model, (service.silent.get(model) ?? 0) + 1);
    // What failed and cost nothing is no part of what a video costs.
    if (cost !== null && (end === 'ready' || isPaid))
      pay(service, model, cost.unit, { count: 1, amount: cost.amount, each: cost.amount });
  }
  for (const sum of sums) {
    const service = serviceAt(sum.base);
    service.failed.all += countOf(sum) - sum.ready;
    let silent = sum.ready;
    for (const { unit, ofFailed, count, amount } of sum.spent) {
      if (ofFailed) service.failed.stated += count;
      if (ofFailed && amount > 0) service.failed.paid += count;
      if (!ofFailed) silent -= count;
      if (!ofFailed || amount > 0) pay(service, sum.model, unit, { count, amount, each: null });
    }
    if (silent > 0) service.silent.set(sum.model, (service.silent.get(sum.model) ?? 0) + silent);
  }
  return [...services.values()];
}

function pay(
  { units }: Service,
  model: string | null,
  unit: string | null,
  paid: Omit<Model, 'model'>,
): void {
  const models = units.get(unit) ?? new Map<string | null, Model>();
  units.set(unit, models);
  const before = models.get(model);
  models.set(model, {
    model,
    count: paid.count + (before?.count ?? 0),
    amount: paid.amount + (before?.amount ?? 0),
    each: before === undefined || before.each === paid.each ? paid.each : null,
  });
}

function statedBy({ base, units }: Service): SpendFacts['stated'] {
  return [...units].map(([unit, models]) => {
    const own = [...models.values()]
      .map((one) => ({ ...one, amount: exact(one.amount) }))
      .toSorted((a, b) => b.amount - a.amount);
    return { base, unit, models: own };
  });
}

/** Without what adding decimals leaves behind. */
function exact(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}

function tasksIn({ models }: SpendFacts['stated'][number]): number {
  return models.reduce((sum, { count }) => sum + count, 0);
}

function sentenceOf(
  services: readonly Service[],
  stated: SpendFacts['stated'],
  { tasks, sums }: Left,
): SpendSentence {
  if (tasks.length + sums.length === 0) return { kind: 'nothing' };
  if (stated.length === 0) return { kind: 'unstated', services: services.length };
  const silentServices = services.filter(
    ({ units, silent }) => units.size === 0 && silent.size > 0,
  );
  return {
    kind: 'stated',
    sums: sumsOf(stated),
    silentServices: silentServices.length,
    failed: failedIn(services),
  };
}

type Sums = Extract<SpendSentence, { kind: 'stated' }>['sums'];

function sumsOf(stated: SpendFacts['stated']): Sums {
  const all = new Map<string, Sums[number]>();
  for (const { unit, base, models } of stated) {
    for (const { model, amount } of models) {
      // A dollar is a dollar; credits of another service are something else, and a bare number is anything.
      const isMoney = unit !== null && /^[A-Z]{3}$/.test(unit);
      const of = { unit, base: isMoney ? null : base, ...(unit === null ? { model } : {}) };
      const key = JSON.stringify(of);
      all.set(key, { ...of, amount: exact((all.get(key)?.amount ?? 0) + amount) });
    }
  }
  return [...all.values()];
}

type OfFailed = Extract<SpendSentence, { kind: 'stated' }>['failed'];

/** They cost nothing if that is said of each of them, of all services that state costs. */
function failedIn(services: readonly Service[]): OfFailed {
  const stating = services.filter(({ units }) => units.size > 0).map(({ failed }) => failed);
  const sum = (name: keyof Service['failed']): number =>
    stating.reduce((all, failed) => all + failed[name], 0);
  if (sum('paid') > 0) return { kind: 'cost', count: sum('paid') };
  const isEach = sum('stated') === sum('all') && sum('all') >= ENOUGH_FAILED;
  return isEach ? { kind: 'free', count: sum('all') } : null;
}
