import { activeLocale, translate } from './i18n';
import type { MessageKey } from './message-key';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A number in the active language, such as `1,280`. */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  // Most numbers are; creating a browser's first formatter takes 30 ms, while the first cards are rendered.
  if (!options?.style && Number.isInteger(value) && value >= 0 && value < 1000)
    return String(value);
  return numberFormat(options).format(value);
}

/** @param percent 0 to 100; shown without decimals and never rounded up to 100 */
export function formatPercent(percent: number): string {
  return translate('time.percent', { n: formatNumber(Math.floor(percent)) });
}

/** A size such as `8.4 MB`. @param bytes 0 or more; 1 MB is 1,000,000 bytes */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  let step = 0;
  let value = bytes;
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return formatNumber(value, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 0 && value < 100 ? 1 : 0,
  });
}

/** A duration in its two largest units: `18 s`, `2 min 33 s`, `5 h 12 min`, `3 d 4 h`. @param ms 0 or more */
export function formatDuration(ms: number): string {
  const [large, small] = split(Math.max(0, Math.round(ms / SECOND)));
  if (!small) return unit(large, UNIT_WORDS);
  return translate('time.pair', { large: unit(large, PAIR_WORDS), small: unit(small, PAIR_WORDS) });
}

/**
 * An estimated duration: multiples of ten seconds below a minute, whole minutes below an hour, always rounded up so
 * that it never promises too much. @param ms 0 or more
 */
export function formatRoughly(ms: number): string {
  const step = ms < MINUTE ? 10 * SECOND : MINUTE;
  return formatDuration(Math.max(1, Math.ceil(ms / step)) * step);
}

/** A time in one unit, rounded down: `20 s`, `5 min`, `3 h`. @param ms 10 s or more */
export function formatCoarsely(ms: number): string {
  const step = ms < MINUTE ? 10 * SECOND : ms < HOUR ? MINUTE : HOUR;
  return formatDuration(Math.floor(ms / step) * step);
}

/** A stopwatch: `0:08`, `2:10`, `1:02:03`; with tenths `0:03.8`. @param seconds 0 or more */
export function formatClock(seconds: number, tenths = false): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const pad = (value: number): string => String(value).padStart(2, '0');
  const head = hours > 0 ? `${hours}:${pad(minutes)}` : String(minutes);
  const tail = tenths ? `.${Math.floor((Math.max(0, seconds) - whole) * 10)}` : '';
  return `${head}:${pad(whole % 60)}${tail}`;
}

/**
 * How long ago: `just now`, `20 s ago`, `5 min ago`, `3 h ago`, then the date and time.
 * @param at epoch ms; the future counts as now @param now epoch ms
 */
export function formatAgo(at: number, now: number): string {
  const age = Math.max(0, now - at);
  if (age < 10 * SECOND) return translate('time.justNow');
  if (age >= DAY) return formatMoment(at, now);
  return translate('time.ago', { length: formatCoarsely(age) });
}

/** The time of day, `14:33`, in 24-hour format. @param at epoch ms */
export function formatTime(at: number): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** Date and time relative to today: `today 14:33`, `yesterday 09:10`, `3 Nov, 14:33`. Both in epoch ms. */
export function formatMoment(at: number, now: number): string {
  const time = formatTime(at);
  if (sameDay(at, now)) return translate('time.today', { time });
  if (sameDay(at, now - DAY)) return translate('time.yesterday', { time });
  if (sameDay(at, now + DAY)) return translate('time.tomorrow', { time });
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat({
    ...(thisYear ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

type Part = { unit: 'day' | 'hour' | 'minute' | 'second'; n: number };

const UNIT_WORDS = {
  day: 'time.days',
  hour: 'time.hours',
  minute: 'time.minutes',
  second: 'time.seconds',
} as const satisfies Record<Part['unit'], string>;

/** Chinese abbreviates minutes next to another unit. */
const PAIR_WORDS = { ...UNIT_WORDS, minute: 'time.minutesOfPair' } as const;

function unit(part: Part, words: Record<Part['unit'], MessageKey>): string {
  return translate(words[part.unit], { n: formatNumber(part.n) });
}

/** The largest unit that fits, and the next one unless it is zero. Takes whole seconds. */
function split(seconds: number): [Part, Part | null] {
  const parts: Part[] = [
    { unit: 'day', n: Math.floor(seconds / 86_400) },
    { unit: 'hour', n: Math.floor(seconds / 3600) % 24 },
    { unit: 'minute', n: Math.floor(seconds / 60) % 60 },
    { unit: 'second', n: seconds % 60 },
  ];
  const first = parts.findIndex((part) => part.n > 0);
  const small = parts[first + 1];
  return [
    parts.at(first) ?? { unit: 'second', n: 0 },
    first >= 0 && small && small.n > 0 ? small : null,
  ];
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** Creating an Intl formatter costs about 50 µs, using one about 1 µs, and cards format many times a second. */
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n ${activeLocale()} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known instanceof Intl.NumberFormat) return known;
  const made = new Intl.NumberFormat(activeLocale(), options);
  formatters.set(key, made);
  return made;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d ${activeLocale()} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  const made = new Intl.DateTimeFormat(activeLocale(), options);
  formatters.set(key, made);
  return made;
}
