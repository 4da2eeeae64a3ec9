import { isUsableTime } from '~/core/usable-time';

import { asNumber, asObject, field, firstAt, type Json } from './read';
import { partsOf } from './sides';

/**
 * A timestamp as epoch ms. Numbers are judged by magnitude (s, ms, µs, ns; s may be a float), because one gateway mixes
 * units in one field; strings are ISO, `YYYY-MM-DD HH:mm:ss.SSS`, the same with slashes, or as in HTTP; objects hold seconds. 0, blanks and anything outside 2000…2200 are null.
 */
export function readTime(value: unknown): number | null {
  const object = asObject(value);
  if (object) return readTime(WITHIN.map((name) => field(object, name)).find(isPlain));
  const number = asNumber(value);
  const time = number === null ? textTime(value) : fromNumber(number);
  return time !== null && isUsableTime(time) ? Math.round(time) : null;
}

/** The listed fields, then any whose name says only that, and when. */
export function timeAt(
  layers: readonly Json[],
  paths: readonly string[],
  event: RegExp,
): number | null {
  const named = (name: string) => {
    const parts = partsOf(name);
    return (
      parts.some((part) => event.test(part)) &&
      parts.every((one) => event.test(one) || WHEN.test(one))
    );
  };
  const listed = firstAt(layers, paths, readTime);
  if (listed !== null) return listed;
  for (const layer of layers) {
    for (const name of Object.keys(layer).slice(0, 60)) {
      const time = named(name) ? readTime(layer[name]) : null;
      if (time !== null) return time;
    }
  }
  return null;
}

/** How fields are called that hold the moment something was made, or done. */
export const CREATION =
  /^(?:created?|creation|submit(?:ted)?|submission|inserted|enqueued|queued|gmt)$/;
export const COMPLETION = /^(?:completed?|completion|finish(?:ed)?|end(?:ed)?|done)$/;
const WHEN =
  /^(?:at|time|date|datetime|timestamp|on|ts|ms|utc|unix|millis|sec|seconds|task|job|video|gmt)$/;

/** Firestore, Protobuf and MongoDB wrap their times. */
const WITHIN = ['_seconds', 'seconds', '$date', '$numberLong', 'iso', 'value'];

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string';
}

function fromNumber(value: number): number {
  if (value > 1e17) return value / 1e6;
  if (value > 1e14) return value / 1e3;
  return value > 1e11 ? value : value * 1000;
}

/**
 * Without a time zone: a `T` between date and time is how Python writes UTC; a space is how DashScope writes Beijing
 * time, whatever the reader's time zone.
 */
function textTime(value: unknown): number | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const text = value.trim();
  if (HTTP.test(text)) return Date.parse(text);
  const match = ISO.exec(text.replace(SLASHES, padded));
  if (!match) return null;
  const [, day, gap, clock = '00:00:00', fraction = '', zone] = match;
  const assumed = gap === ' ' ? '+08:00' : 'Z';
  const time = Date.parse(
    `${day}T${clock.length === 5 ? `${clock}:00` : clock}${fraction.slice(0, 4)}${zone ? zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase() : assumed}`,
  );
  return Number.isNaN(time) ? null : time;
}

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:([T ])(\d{2}:\d{2}(?::\d{2})?)(\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

const HTTP = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}:\d{2} (?:GMT|UTC|[+-]\d{4})$/i;
/** `2025/6/1`: the year first, or nobody knows which is the month. */
const SLASHES = /^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?/;

function padded(_: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
