import { DEFAULT_LIMITS, SLOWEST, type Limits } from './limits';

/** How many look-ups a key may still make: a token bucket, plus a pace that saved-up tokens cannot exceed. */
export interface Budget {
  /** Look-ups per second an admin allows. */
  ceiling: number;
  /** Current look-ups per second: lowered by 429s, slowly recovering. */
  rate: number;
  /** The most tokens that can be saved up. */
  burst: number;
  tokens: number;
  /** Epoch ms for which `tokens` and `rate` were computed. */
  at: number;
  /** Epoch ms until which nothing is sent. */
  pausedUntil: number;
  /** The same, while it is not known whether a 429 is about the key. */
  unclearUntil: number;
  /** Epoch ms of the last 429. */
  limitedAt: number | null;
  /** Epoch ms from which the next look-up keeps its distance from the previous one. */
  clearAt: number;
  /** Requests per look-up: 2 if every one needs a preflight. */
  cost: number;
}

/**
 * Some services count strictly per second, and networks bunch requests up. Starts are therefore at least
 * 1 / (`PEAK` × rate) apart, 227 ms at the default rate, so that at most five fall into one second even if some are
 * late.
 */
const PEAK = 1.1;
/** A 429 halves the rate; more 429s for requests that were already in flight do not halve it again. */
const LOWERED = 0.5;
const SAME_LESSON = 2_000;
/** Share of the maximum regained per second, from a minute after the last 429: about ten minutes in all. */
const RECOVERY = 1 / 600;
const RECOVERY_AFTER = 60_000;
/** Pause after a 429 that gives none, and the longest pause accepted. */
const PAUSE = 5_000;
const LONGEST_PAUSE = 3_600_000;
/** Pause after a 429 that may be about one task alone, in ms: then another task shows whether it is. */
const UNCLEAR_PAUSE = 1_000;

/** A full budget at `now`, in epoch ms. */
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
    unclearUntil: 0,
    limitedAt: null,
    clearAt: 0,
    cost,
  };
}

/** The shortest time between two starts, in ms. */
const gap = ({ cost, rate }: Budget): number => (cost * 1000) / (PEAK * rate);

/** The budget at `now`. A clock that was set back neither costs nor adds tokens, and makes no wait longer. */
export function refill(budget: Budget, now: number): Budget {
  const by = now - budget.at;
  if (!(by > 0)) {
    const { pausedUntil, unclearUntil, clearAt, limitedAt } = budget;
    return {
      ...budget,
      at: now,
      pausedUntil: pausedUntil + by,
      unclearUntil: unclearUntil + by,
      clearAt: clearAt + by,
      limitedAt: limitedAt === null ? null : limitedAt + by,
    };
  }
  const seconds = by / 1000;
  const tokens = Math.min(budget.burst, budget.tokens + seconds * budget.rate);
  const calm =
    budget.limitedAt === null ? 0 : now - Math.max(budget.limitedAt + RECOVERY_AFTER, budget.at);
  const won = (Math.max(0, calm) / 1000) * RECOVERY * budget.ceiling;
  return { ...budget, at: now, tokens, rate: Math.min(budget.ceiling, budget.rate + won) };
}

/** Epoch ms when the next look-up may start; at most `now` if it may start at once. */
export function readyAt(budget: Budget, now: number): number {
  const { tokens, rate, cost, clearAt, pausedUntil, unclearUntil } = refill(budget, now);
  const need = Math.min(cost, budget.burst);
  const enough = tokens >= need - 1e-9 ? now : now + ((need - tokens) / rate) * 1000;
  return Math.max(enough, clearAt, pausedUntil, unclearUntil, now);
}

/** Takes the tokens for one look-up that starts now. */
export function spend(budget: Budget, now: number): Budget {
  const filled = refill(budget, now);
  return {
    ...filled,
    tokens: Math.max(0, filled.tokens - filled.cost),
    clearAt: now + gap(filled),
  };
}

/** Takes the tokens for one request as soon as it may be made, before all that is not planned yet; and says when. */
function reserve(budget: Budget, now: number): { at: number; budget: Budget } {
  const filled = refill(budget, now);
  const at = readyAt(filled, now);
  const tokens = filled.tokens - filled.cost;
  return { at, budget: { ...filled, tokens, clearAt: at + gap(filled) } };
}

/** The service answered 429: pause the whole key for as long as it said, then continue at half the rate. */
export function limited(budget: Budget, retryAfterMs: number | null, now: number): Budget {
  const filled = refill(budget, now);
  const asked = retryAfterMs !== null && retryAfterMs >= 0 ? retryAfterMs : PAUSE;
  const pausedUntil = Math.max(filled.pausedUntil, now + Math.min(asked, LONGEST_PAUSE));
  const known = filled.limitedAt !== null && now - filled.limitedAt < SAME_LESSON;
  const rate = known ? filled.rate : Math.max(SLOWEST, filled.rate * LOWERED);
  return { ...filled, rate, tokens: 0, pausedUntil, limitedAt: now };
}

/** The service answered 429, and it is not clear whether to the key: wait a little for what another task is told. */
function unclear(budget: Budget, retryAfterMs: number | null, now: number): Budget {
  const filled = refill(budget, now);
  const pause = Math.min(UNCLEAR_PAUSE, retryAfterMs ?? UNCLEAR_PAUSE);
  return { ...filled, unclearUntil: Math.max(filled.unclearUntil, now + Math.max(0, pause)) };
}

/** The budgets of all keys, one per connection, created on first use. */
export interface Budgets {
  get(connectionId: string, now: number): Budget;
  put(connectionId: string, budget: Budget): void;
  /** Makes room for one request. @returns epoch ms when it may be made */
  reserve(connectionId: string, now: number): number;
  /** A 429 came; `retryAfterMs` if the service said how long to wait. */
  limited(connectionId: string, retryAfterMs: number | null, now: number): void;
  /** The service answered 429, which may be about one task alone. */
  unclear(connectionId: string, retryAfterMs: number | null, now: number): void;
  /** It was. */
  cleared(connectionId: string, now: number): void;
  /** Ends a connection's pause, because it has a new key. */
  reset(connectionId: string): void;
}

/** Budgets with the limits an admin has set. */
export function createBudgets(
  limitsOf: (connectionId: string) => Limits = () => DEFAULT_LIMITS,
): Budgets {
  const budgets = new Map<string, Budget>();
  const get = (connectionId: string, now: number): Budget => {
    const known = budgets.get(connectionId);
    if (!known) return newBudget(now, limitsOf(connectionId));
    if (now >= known.at) return known;
    // The clock was set back: kept, or what is clear shortly after now would never be.
    const refilled = refill(known, now);
    budgets.set(connectionId, refilled);
    return refilled;
  };
  return {
    get,
    put: (connectionId, budget) => void budgets.set(connectionId, budget),
    reserve(connectionId, now) {
      const { at, budget } = reserve(get(connectionId, now), now);
      budgets.set(connectionId, budget);
      return at;
    },
    limited(connectionId, retryAfterMs, now) {
      budgets.set(connectionId, limited(get(connectionId, now), retryAfterMs, now));
    },
    unclear(connectionId, retryAfterMs, now) {
      budgets.set(connectionId, unclear(get(connectionId, now), retryAfterMs, now));
    },
    cleared(connectionId, now) {
      budgets.set(connectionId, { ...get(connectionId, now), unclearUntil: 0 });
    },
    reset: (connectionId) => void budgets.delete(connectionId),
  };
}
