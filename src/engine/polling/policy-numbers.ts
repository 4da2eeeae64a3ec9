/**
 * Every number of the look-up policy. Times are ms unless said otherwise. They were found by replaying generated
 * tasks (`npm run bench:polling`); docs/decisions/0010-when-to-look.md has the figures.
 */
export const NUMBERS = {
  /** A second look tells whether the service counts progress; two points give a slope. */
  secondLook: 5_000,
  /** Never two look-ups of one task closer than this: a person sees no difference below it. */
  shortest: 700,
  /** Never longer than this while anything can still change. */
  longest: 120_000,
  /** Share of an interval by which it is stretched or shrunk, so that a batch does not march in step. */
  jitter: 0.04,

  /**
   * What one look-up is worth: so many ms of a person's waiting (Keller's ratio of the cost of one inspection to
   * the cost of one unit of delay). Numbers make a look-up count for more, because each one sharpens the next.
   */
  worth: { numbers: 110, silent: 400 },
  /** By how much each look at a moving number narrows the time left, to what in ms, and how unsteady paces are. */
  narrowing: { factor: 5, near: 1_500, drift: 0.07 },
  /** The same, while the person has the task open. */
  watchedShare: 0.5,
  /** Seeing that a stage ended only helps to foresee the end of the task, so it may cost less. */
  stageShare: 25,

  /** Where many tasks share a key and one turn of all takes this long, a look-up is worth twice as much. */
  crowdedTurn: 10_000,
  /** The second look waits for this share of a turn, so that first looks are not delayed by it. */
  secondShare: 0.5,

  /** Hidden tab: a notice may come this much later, so nothing is asked more often than this. */
  hiddenShortest: 15_000,
  hiddenShare: 12,

  /** A run of which nothing is known: median and log-sd, from public timings (83 to 253 s, most near 105 s). */
  run: { median: 110_000, spread: 0.75 },
  /** A queue of which nothing is known, and how far a wait that the service states may be off. */
  queue: { median: 15_000, spread: 1.2, hintSpread: 0.5 },
  /** While it waits in line, longest gap: it bounds how late a short run can be noticed. */
  queueLongest: 30_000,

  /**
   * Share of tasks that follow no rule: a log-logistic tail of this shape keeps every estimate humble. With 0.06
   * or 0.3, coarse numbers cost 7 to 9 % more.
   */
  tail: { share: 0.15, shape: 2 },
  /** Learnt spreads are never believed narrower than this, and few samples are pulled to `fewSpread`. */
  leastSpread: 0.07,
  fewSpread: 0.5,
  fewWeight: 3,
  /** Samples from which a learnt stage is used. */
  enough: 3,

  progress: {
    /** Hypotheses on how unsteady the pace is: share of the way since a sighting. The data choose. */
    drifts: [0.02, 0.08, 0.25],
    driftOdds: [0.35, 0.4, 0.25],
    /** Least scatter of a sighting, in percent points. */
    floor: 0.15,
    /** Grid: paces tried, and places within the last step. */
    paces: 36,
    places: 6,
    /** Sightings looked at: the latest, and some spread over the time before. */
    latest: 6,
    earlier: 4,
    /** From here a number is said to have a plateau more readily. */
    late: 85,
    stallOdds: 0.03,
    lateStallOdds: 0.15,
    /** A number may stand still for so many of its usual steps before that looks like a stall. */
    patientSteps: 4,
    /** From this chance of a plateau on, a number counts as standing still. */
    stillFrom: 0.8,
    /** Coarsest step that is taken for one, in percent; a longer leap was a leap. */
    coarsest: 25,
    /** A stall lasts as long again as it has lasted: shape of that law, and least scale. */
    stallShape: 1.5,
    stallLeast: 2_000,
    /** Share left for a jump to the end at any time. */
    jump: 0.003,
    /** A learnt end of the line counts where it is so far from 100, in percent points. */
    honestWithin: 4,
    leastEndSpread: 5,
    /** Odds of a plateau where this model is known for one. */
    knownOdds: 0.9,
    /** Weight of a time left that is not usual at all, beside the shares by bin of what is. */
    leastPrior: 0.002,
  },
} as const;

/** Back-off after look-ups that told nothing. */
export const BACK_OFF = {
  first: 3_000,
  factor: 2,
  longest: 120_000,
  /** Each wait is drawn from this share of itself up to the whole, so that tasks come back apart. */
  least: 0.6,
  /** A fresh id may answer "not found" for some seconds: this often, over at least this long. */
  notFoundTimes: 3,
  notFoundFor: 60_000,
  /** Longest `Retry-After` that is obeyed. */
  retryAfterLongest: 3_600_000,
} as const;

/** What is said about time. */
export const ESTIMATE = {
  /** The bar's last place before the service says that it is done. */
  cap: 99,
  /** Pace of the bar between look-ups, as a share of the pace seen: it should be overtaken, not corrected. */
  glideShare: 0.85,
  /** A range whose ends differ by more than this factor tells a person nothing. */
  widest: 8,
  /** Nothing changed for this long where nothing is known about the usual time. */
  stuckDefault: 15 * 60_000,
  stuckLeast: 60_000,
} as const;
