/**
 * What Insight's pictures and sentences are made of: plain data, true by what this browser has seen, in no language.
 * Times are epoch ms and durations ms unless a name says otherwise; a service is its base address. Every number is
 * exact, but for those called `about…`, which are rounded in a way that keeps the sentence true.
 */
import type { FailureKind, FAILURE_REASONS } from '~/core/failure';

import type { Fraction, Share } from './shares';

/** Which ended tasks the pictures show. Empty lists and nulls leave nothing out. */
export interface InsightFilter {
  /** So many days of the calendar up to today; 1 is today alone, null is everything. */
  days: number | null;
  services: readonly string[];
  models: readonly string[];
  /** The ids of groups, as the board names them (`groupOf`). */
  batches: readonly string[];
  shots: readonly string[];
  reasons: readonly FailureReason[];
  /** A column of pasted tables, such as the client, and the ids of its values. */
  column: { heading: string; values: readonly string[] } | null;
}

export type FailureReason = (typeof FAILURE_REASONS)[FailureKind];

/** Everything about tasks that have ended. */
export interface InsightFacts {
  /** How many ended tasks the filter leaves. */
  total: number;
  reach: Reach;
  choices: InsightChoices;
  durations: DurationFacts;
  days: DayFacts;
  reasons: ReasonFacts;
  spend: SpendFacts;
}

/** How far back the pictures go. */
interface Reach {
  /** When the first task that is counted ended; null without any. */
  from: number | null;
  /**
   * Of days before this one only sums by service, model and reason are left: a filter by batch, shot or column finds
   * nothing there. Null if that leaves out nothing that the rest of the filter would show.
   */
  detailFrom: number | null;
}

/** What the filters offer, each with the number of its tasks under the rest of the filter; the most frequent first. */
export interface InsightChoices {
  services: readonly Choice[];
  models: readonly Choice[];
  columns: readonly { heading: string; values: readonly Choice[] }[];
}

export interface Choice {
  /** What goes into the filter. */
  id: string;
  /** As the person or the service wrote it. */
  value: string;
  count: number;
}

/** What one model makes at one service. Two services may call different things the same. */
interface ModelOf {
  base: string;
  /** Null where the service does not say. */
  model: string | null;
}

// How long does each model take?

export interface DurationFacts {
  /** The most used first. */
  models: readonly ModelDurations[];
  says: DurationSentence;
}

/** Slower or faster than usual today; as usual; or there is too little to say (`unsure`). */
export type Pace = 'slower' | 'faster' | 'usual' | 'unsure';

/** How long a model's finished videos took, from being submitted to being ready. */
export interface ModelDurations extends ModelOf {
  /** All finished videos whose duration is known, today's too. */
  count: number;
  /**
   * Longer videos take longer: where some had other lengths, all that follows is of those of this length, in seconds, the
   * most frequent today; else null.
   */
  seconds: number | null;
  /** Nine of ten past ones are between these (p10, p90), half of them below the median; null from too few. */
  usual: { p10Ms: number; p50Ms: number; p90Ms: number; count: number } | null;
  /** The past ones in neighbouring bins from the least to the greatest: a curve's points. Empty without any. */
  bins: readonly { fromMs: number; toMs: number; count: number }[];
  /** Each of today's, in the order in which they ended, at most 200. */
  todayMs: readonly number[];
  today: { p50Ms: number; count: number } | null;
  pace: Pace;
}

export type DurationSentence =
  /** Nothing has finished whose duration is known. */
  | { kind: 'nothing' }
  /**
   * For no model there is enough to say what is usual: the most there is before today, and what it takes. Counted are so
   * many days before today; null is all of them.
   */
  | { kind: 'too-few'; count: number; needed: number; days: number | null }
  /** Some models are slower or faster than usual today, the most used first. */
  | {
      kind: 'unusual';
      models: readonly (ModelOf & {
        pace: 'slower' | 'faster';
        /** Rounded so that they differ in the right direction. */
        aboutTodayMs: number;
        aboutUsualMs: number;
        /** How many of today's it is judged by. */
        count: number;
      })[];
      /** How many other models take as long as usual today, and of how many that cannot be said. */
      asUsual: number;
      unsure: number;
    }
  /** So many models take as long as usual today; of the others it cannot be said. */
  | { kind: 'as-usual'; asUsual: number; unsure: number }
  /** Nobody can say how today is. What is usual is known of so many models. */
  | { kind: 'usual-only'; models: number };

// Finished and failed, by day

export interface DayFacts {
  /** Every day from the first one with a task, or the filter's first, up to today. */
  days: readonly DayCount[];
  /** Of these nobody says when they ended; they are counted on the day on which this page found them ended. */
  undated: number;
  says: DaySentence;
}

export interface DayCount {
  /** Where the person is, `2026-11-24`. */
  day: string;
  /** When it began. */
  at: number;
  ready: number;
  failed: number;
  cancelled: number;
}

export type DaySentence =
  | { kind: 'nothing' }
  | {
      kind: 'counted';
      ready: number;
      failed: number;
      cancelled: number;
      /** How many days the picture shows, today included. */
      days: number;
      /** The failed among the finished and failed; null if none has failed, or from too few to say. */
      failedShare: Share | null;
      /** The one day with the most of what it says; null if there is no single one, or too little. */
      busiest: { day: string; at: number; most: 'both' | 'ready' | 'failed'; count: number } | null;
    };

// Why tasks failed

export interface ReasonFacts {
  failed: number;
  /** The most frequent first, `unknown` last. */
  rows: readonly {
    kind: FailureKind;
    /** The board's filter that shows it, and what it also shows (`FAILURE_REASONS`). */
    reason: FailureReason;
    count: number;
    /** How many of them are still on the board. */
    onBoard: number;
  }[];
  says: ReasonSentence;
}

export type ReasonSentence =
  /** Nothing has ended. */
  | { kind: 'nothing' }
  /** None of so many has failed. */
  | { kind: 'none-failed'; ended: number }
  /** One reason is the most frequent; `reason` is never `unknown`. */
  | {
      kind: 'most';
      reason: FailureKind;
      count: number;
      failed: number;
      /** What part that is, in a word that is true. */
      part: Fraction;
      /** Such tasks often work when they are submitted again. */
      worksAgain: boolean;
    }
  /** Several are equally frequent. */
  | { kind: 'several'; reasons: readonly FailureKind[]; each: number; failed: number }
  /** More than three reasons are equally frequent. */
  | { kind: 'many'; reasons: number; failed: number }
  /** Of so many nobody knows why they failed, which is more than of any reason. */
  | { kind: 'unsaid'; unsaid: number; failed: number };

// What it cost

/**
 * A sum in one unit. Units are never added together, and credits of two services are two units. A bare number may count
 * anything: it is only added to those of the same model at the same service.
 */
export interface Sum {
  /** An ISO 4217 code such as `USD`, `credits`, or the service's own word; null if it states a bare number. */
  unit: string | null;
  amount: number;
}

export interface SpendFacts {
  /** One for each service and unit, those that state most tasks first. */
  stated: readonly {
    base: string;
    unit: Sum['unit'];
    /** The dearest first; without a unit nobody knows which is dearer than which. */
    models: readonly {
      model: string | null;
      /** The tasks that state this unit. */
      count: number;
      amount: number;
      /** What each of them cost, if all cost the same. */
      each: number | null;
    }[];
  }[];
  /** Finished videos of which nothing is stated, by service. */
  silent: readonly { base: string; count: number; models: readonly (string | null)[] }[];
  says: SpendSentence;
}

export type SpendSentence =
  /** Nothing has ended. */
  | { kind: 'nothing' }
  /** No service states anything. */
  | { kind: 'unstated'; services: number }
  | {
      kind: 'stated';
      /** All that is stated, by unit; but for currencies by service (else `base` is null), and without a unit by model. */
      sums: readonly (Sum & { base: string | null; model?: string | null })[];
      /** How many services state nothing at all. */
      silentServices: number;
      /** What is stated of failed tasks: that they cost nothing, or how much; null if too little. */
      failed: { kind: 'free'; count: number } | { kind: 'cost'; count: number } | null;
    };

// The current batch: on the board, so it is `BatchFacts` in `batch-facts.ts`
