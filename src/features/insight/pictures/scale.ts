const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  ...[1, 2, 5, 10, 20, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 20, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 30, 90].map((n) => n * DAY),
];

/** A scale from 0: its end and the distance of its marks, in ms. */
export interface Scale {
  endMs: number;
  stepMs: number;
}

/** The scale that reaches `ms` in at most this many steps. @param ms above 0 */
export function scaleTo(ms: number, most: number): Scale {
  const stepMs = STEPS.find((step) => ms <= step * most) ?? Math.ceil(ms / most / DAY) * DAY;
  return { endMs: Math.max(1, Math.ceil(ms / stepMs)) * stepMs, stepMs };
}

/** The marks of a scale, from 0 to its end. */
export function marksOf({ endMs, stepMs }: Scale): readonly number[] {
  return Array.from({ length: Math.round(endMs / stepMs) + 1 }, (_, index) => index * stepMs);
}

/** In which unit the marks of a scale are whole numbers; a clock where there is none. */
export function unitOf({ endMs, stepMs }: Scale): 'seconds' | 'minutes' | 'hours' | 'clock' {
  if (stepMs % HOUR === 0) return 'hours';
  if (stepMs % MINUTE === 0) return 'minutes';
  return endMs <= MINUTE ? 'seconds' : 'clock';
}

export const UNIT_MS = { seconds: SECOND, minutes: MINUTE, hours: HOUR } as const;

/** Round moments of the day where the person is, at most so many between these. All epoch ms. */
export function momentsBetween(from: number, to: number, most: number): readonly number[] {
  const { stepMs } = scaleTo(Math.max(1, to - from), most);
  const midnight = new Date(from).setHours(0, 0, 0, 0);
  const first = midnight + Math.ceil((from - midnight) / stepMs) * stepMs;
  const moments: number[] = [];
  for (let at = first; at <= to; at += stepMs) moments.push(at);
  return moments;
}
