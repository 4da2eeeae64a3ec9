/**
 * Every number of the look-up policy. Times are in ms unless noted otherwise. They were found by replaying generated
 * tasks (`npm run bench:polling`); docs/decisions/0010-when-to-look-up.md has the figures.
 */
export const NUMBERS = {
  /** The second look-up tells whether the service counts progress; two points give a slope. */
  secondLook: 5_000,
  /** The shortest gap between two look-ups of a task: below it, a person notices no difference. */
  shortest: 700,
  /** The longest gap while anything can still change. */
  longest: 120_000,
  /** Share by which a gap is stretched or shrunk at random, so that a batch does not stay in step. */
  jitter: 0.04,

  /**
   * What one look-up is worth, in ms of a person's waiting (Keller's ratio of the cost of one inspection to the cost of
   * one unit of delay). With numbers a look-up is worth more, because each one sharpens the next.
   */
  worth: { numbers: 110, silent: 400 },
  /** By how much each moving number narrows the time left, down to how many ms, and how irregular paces are. */
  narrowing: { factor: 5, near: 1_500, drift: 0.07 },
  /** The same while the person has the task open. */
  watchedShare: 0.5,
  /** The end of a stage only helps to foresee the end of the task, so it may cost less. */
  stageShare: 25,

  /** If many tasks share a key and one turn of all takes this long, a look-up is worth twice as much. */
  crowdedTurn: 10_000,
  /** The second look-up waits for this share of a turn, so that it does not delay first look-ups. */
  secondShare: 0.5,

  /** In a hidden tab a notification may be this late, so nothing is looked up more often. */
  hiddenShortest: 15_000,
  hiddenShare: 12,

  /** A run about which nothing is known: median and log-sd, from published timings (83 to 253 s, most near 105 s). */
  run: { median: 110_000, spread: 0.75 },
  /** A queue about which nothing is known, and by how much a wait stated by the service may be off. */
  queue: { median: 15_000, spread: 1.2, hintSpread: 0.5 },
  /** The longest gap while waiting in line: it limits how late the end of a short run can be noticed. */
  queueLongest: 30_000,

  /**
   * Share of tasks that follow no rule: a log-logistic tail of this shape keeps every estimate humble. With 0.06 or
   * 0.3, coarse numbers cost 7 to 9 % more.
   */
  tail: { share: 0.15, shape: 2 },
  /** Learnt spreads are never believed to be narrower than this; few samples are widened to `fewSpread`. */
  leastSpread: 0.07,
  fewSpread: 0.5,
  fewWeight: 3,
  /** Samples needed to use a learnt stage. */
  enough: 3,

  progress: {
    /** Hypotheses for how irregular the pace is: share of the way since a sighting. The data choose. */
    drifts: [0.02, 0.08, 0.25],
    driftOdds: [0.35, 0.4, 0.25],
    /** The least scatter of a sighting, in percentage points. */
    floor: 0.15,
    /** Grid: paces tried, and positions within the last step. */
    paces: 36,
    places: 6,
    /** Sightings used: the latest, and some spread over the time before. */
    latest: 6,
    earlier: 4,
    /** From this number on, a plateau is considered more likely. */
    late: 85,
    stallOdds: 0.03,
    lateStallOdds: 0.15,
    /** A number may stand still for this many of its usual steps before it looks like a stall. */
    patientSteps: 4,
    /** From this probability of a plateau on, a number counts as standing still. */
    stillFrom: 0.8,
    /** The coarsest step, in percent; anything larger was a leap. */
    coarsest: 25,
    /** A stall lasts as long again as it has lasted: shape of that distribution, and its smallest scale. */
    stallShape: 1.5,
    stallLeast: 2_000,
    /** Share left for a jump to the end at any time. */
    jump: 0.003,
    /** A learnt end of the line counts if it is this far from 100, in percentage points. */
    honestWithin: 4,
    leastEndSpread: 5,
    /** Odds of a plateau if this model is known for one. */
    knownOdds: 0.9,
    /** Weight of an entirely unusual time left, next to the usual distribution. */
    leastPrior: 0.002,
  },
} as const;

/** Back-off after failed look-ups. */
export const BACK_OFF = {
  first: 3_000,
  factor: 2,
  longest: 120_000,
  /** Each wait is drawn between this share of it and the whole, to spread tasks out. */
  least: 0.6,
  /** A new id may answer "not found" for a few seconds: this often, and over at least this long. */
  notFoundTimes: 3,
  notFoundFor: 60_000,
  /** The longest `Retry-After` accepted. */
  retryAfterLongest: 3_600_000,
} as const;

/** What is said about time. */
export const ESTIMATE = {
  /** The bar's last position before the service says it is done. */
  cap: 99,
  /** Pace of the bar between look-ups as a share of the observed one: it should lag, not need correcting. */
  glideShare: 0.85,
  /** A range whose ends differ by more than this factor tells a person nothing. */
  widest: 8,
  /** No change for this long, if nothing is known about the usual time. */
  stuckDefault: 15 * 60_000,
  stuckLeast: 60_000,
} as const;
