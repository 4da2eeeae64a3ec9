/**
 * Every number of the look-up policy. Times are in ms unless noted otherwise. They were found by replaying generated
 * tasks (`npm run bench:polling`); none needs to be exact. docs/decisions/0021-what-was-not-tuned.md has the figures.
 */
export const NUMBERS = {
  /** The second look-up tells whether the service counts progress; two points give a slope. */
  secondLook: 5_000,
  /** The shortest gap between two look-ups of a task: below it, a person notices no difference. */
  shortest: 500,
  /** The longest gap while anything can still change. */
  longest: 120_000,
  /** Share by which a gap is stretched or shrunk at random, so that a batch does not stay in step. */
  jitter: 0.04,

  /**
   * What one look-up is worth, in ms of a person's waiting (Keller's ratio of the cost of one inspection to the cost of
   * one unit of delay). With numbers a look-up is worth more, because each one sharpens the next.
   */
  worth: { numbers: 140, silent: 370 },
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

  /** A run about which nothing is known: median and log-sd, from published timings (83 to 253 s). */
  run: { median: 140_000, spread: 0.55 },
  /** A queue about which nothing is known, and by how much a wait stated by the service may be off. */
  queue: { median: 15_000, spread: 1.2, hintSpread: 0.5 },
  /** The longest gap while waiting in line: it limits how late the end of a short run can be noticed. */
  queueLongest: 30_000,

  /**
   * Share of tasks that follow no rule: a log-logistic tail of this shape keeps every estimate humble, and
   * leaps along a line short.
   */
  tail: { share: 0.15, shape: 2.3 },
  /** Learnt spreads are never believed to be narrower than this; few samples are widened to `fewSpread`. */
  leastSpread: 0.07,
  fewSpread: 0.5,
  fewWeight: 3,
  /** Samples needed to use a learnt stage. */
  enough: 3,

  progress: {
    /** A number that falls by less than this stands still; from a larger fall on, the task counts again. */
    leastFall: 4,
    /** What a pace from before a fall is still worth: variance of the log, for each fall. */
    fall: 0.25,
    /** By how much the paces seen so far understate what is to come, and the log-sd assumed while there are few. */
    scatter: 2,
    fewSpread: 0.25,
    fewWeight: 2,
    /** A pace is never believed more exactly than this (log-sd), and the end of the line not to be nearer than this. */
    leastSpread: 0.03,
    leastRest: 500,
    /** A number may stand for this many of its usual steps; from there on the line is believed less and less. */
    patientSteps: 3,
    patience: 3,
    /** Odds that a number that has stood for one step stands still; the shape of that time, and its smallest scale. */
    still: 0.1,
    stillShape: 2,
    stillLeast: 2_000,
    /** Odds of an end that has nothing to do with the numbers. */
    jump: 0.01,
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
  /** What may stand still for how long: this many times what is usual, or as long as it has moved, within bounds. */
  stillUsual: 2,
  stillRuns: 3,
  stillLeast: 5 * 60_000,
  stillMost: 15 * 60_000,
} as const;
