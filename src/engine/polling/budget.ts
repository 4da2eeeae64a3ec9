/** Look-ups one key may still make. A token bucket, and a pace that even saved tokens do not exceed. */
export interface Budget {
  /** Look-ups per second an admin allows. */
  ceiling: number;
  /** Look-ups per second at present: lowered by 429s, slowly recovering. */
  rate: number;
  /** Most tokens that can be saved. */
  burst: number;
  tokens: number;
  /** Epoch ms up to which `tokens` and `rate` are reckoned. */
  at: number;
  /** Epoch ms before which nothing is asked. */
  pausedUntil: number;
  /** Epoch ms of the last 429. */
  limitedAt: number | null;
  /** Epoch ms from which the next one may start without crowding the one before it. */
  clearAt: number;
  /** Requests that one look-up costs: 2 where every one needs a preflight. */
  cost: number;
}

/** Public gateways allow 5 requests a second and key, so 4 leaves room for a person's own scripts. */
export const DEFAULT_RATE = 4;
export const DEFAULT_BURST = 10;
/**
 * Some gateways count strictly by the second, and networks bunch what was sent apart: starts keep a distance of
 * 1 / (`PEAK` × rate), 227 ms at the usual rate, so that five within a second are the most even when some are late.
 */
const PEAK = 1.1;
/** A 429 halves the rate; those already on their way when it came teach nothing new. */
const LOWERED = 0.5;
const SAME_LESSON = 2_000;
/** Slowest rate: one look-up in 10 s still finds out when the service has recovered. */
const SLOWEST = 0.1;
/** Share of the ceiling won back per second, from a minute after the last 429 on: about ten minutes in all. */
const RECOVERY = 1 / 600;
const RECOVERY_AFTER = 60_000;
/** Pause after a 429 that names none, and the longest one that is obeyed. */
const PAUSE = 5_000;
const LONGEST_PAUSE = 3_600_000;

/** What an admin allows a key. */
export interface Limits {
  /** Requests per second. */
  rate: number;
  burst: number;
  /** Requests that one look-up costs: 2 where the service counts a preflight before each; 1 if left out. */
  cost?: number;
}

export const DEFAULT_LIMITS: Limits = { rate: DEFAULT_RATE, burst: DEFAULT_BURST };

export function newBudget(
  now: number,
  { rate: ceiling, burst, cost = 1 }: Limits = DEFAULT_LIMITS,
): Budget {
  const rate = Math.max(SLOWEST, ceiling);
  return {
    ceiling: rate,
    rate,
    burst: Math.max(1, burst),
    tokens: Math.max(1, burst),
    at: now,
    pausedUntil: 0,
    limitedAt: null,
    clearAt: 0,
    cost,
  };
}

/** Least distance of two starts, in ms. */
const gap = ({ cost, rate }: Budget): number => (cost * 1000) / (PEAK * rate);

/** The bucket as it is at `now`. A clock that was set back costs nothing and gives nothing. */
export function refill(budget: Budget, now: number): Budget {
  if (!(now > budget.at)) {
    const pausedUntil = Math.min(budget.pausedUntil, now + LONGEST_PAUSE);
    const clearAt = Math.min(budget.clearAt, now + gap(budget));
    return { ...budget, at: now, clearAt, pausedUntil };
  }
  const seconds = (now - budget.at) / 1000;
  const tokens = Math.min(budget.burst, budget.tokens + seconds * budget.rate);
  const calm =
    budget.limitedAt === null ? 0 : now - Math.max(budget.limitedAt + RECOVERY_AFTER, budget.at);
  const won = (Math.max(0, calm) / 1000) * RECOVERY * budget.ceiling;
  return { ...budget, at: now, tokens, rate: Math.min(budget.ceiling, budget.rate + won) };
}

/** Epoch ms at which the next look-up may start; `now` or earlier when it may at once. */
export function readyAt(budget: Budget, now: number): number {
  const { tokens, rate, cost, clearAt, pausedUntil } = refill(budget, now);
  const need = Math.min(cost, budget.burst);
  const enough = tokens >= need - 1e-9 ? now : now + ((need - tokens) / rate) * 1000;
  return Math.max(enough, clearAt, pausedUntil, now);
}

/** Takes the tokens of one look-up that starts now. */
export function spend(budget: Budget, now: number): Budget {
  const filled = refill(budget, now);
  return {
    ...filled,
    tokens: Math.max(0, filled.tokens - filled.cost),
    clearAt: now + gap(filled),
  };
}

/** The service said 429: pause the whole key for as long as it said, and go on at half the pace. */
export function limited(budget: Budget, retryAfterMs: number | null, now: number): Budget {
  const filled = refill(budget, now);
  const asked = retryAfterMs !== null && retryAfterMs >= 0 ? retryAfterMs : PAUSE;
  const pausedUntil = Math.max(filled.pausedUntil, now + Math.min(asked, LONGEST_PAUSE));
  const known = filled.limitedAt !== null && now - filled.limitedAt < SAME_LESSON;
  const rate = known ? filled.rate : Math.max(SLOWEST, filled.rate * LOWERED);
  return { ...filled, rate, tokens: 0, pausedUntil, limitedAt: now };
}

/** The budgets of all keys, one per connection, made when first needed. */
export interface Budgets {
  get(connectionId: string, now: number): Budget;
  put(connectionId: string, budget: Budget): void;
  /** A 429 came; `retryAfterMs` where the service said how long. */
  limited(connectionId: string, retryAfterMs: number | null, now: number): void;
  /** Forgets a connection's pause: it has a new key. */
  reset(connectionId: string): void;
}

export function createBudgets(
  limitsOf: (connectionId: string) => Limits = () => DEFAULT_LIMITS,
): Budgets {
  const budgets = new Map<string, Budget>();
  const get = (connectionId: string, now: number): Budget => {
    const known = budgets.get(connectionId);
    if (known) return known;
    return newBudget(now, limitsOf(connectionId));
  };
  return {
    get,
    put: (connectionId, budget) => void budgets.set(connectionId, budget),
    limited(connectionId, retryAfterMs, now) {
      budgets.set(connectionId, limited(get(connectionId, now), retryAfterMs, now));
    },
    reset: (connectionId) => void budgets.delete(connectionId),
  };
}
