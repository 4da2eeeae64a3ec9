import type { TaskRef } from '~/core/answer';

import { formatRef, parseRef } from './task-ref';

export const COMPARE_MODES = ['side', 'wipe'] as const;
/** The most videos that can be compared. */
export const MAX_COMPARED = 4;

/** A whole comparison, the same for everybody who has the same tasks. */
export interface Comparison {
  /** One to `MAX_COMPARED`, without duplicates. */
  videos: readonly TaskRef[];
  mode: (typeof COMPARE_MODES)[number];
  /** Seconds from the start. */
  at: number;
  /** Normal speed is 1. */
  speed: number;
  /** Which video is audible, from 1; 0 for none. */
  sound: number;
  /** How much of the first video a wipe shows, in percent. */
  wipe: number;
}

export const DEFAULT_COMPARISON: Comparison = {
  videos: [],
  mode: 'side',
  at: 0,
  speed: 1,
  sound: 1,
  wipe: 50,
};

/** Reads `<base>/<id>/<base>/<id>…` and `mode=wipe&at=3.8`; null without a video. */
export function parseComparison(
  parts: readonly string[],
  params: URLSearchParams,
): Comparison | null {
  const videos: TaskRef[] = [];
  for (let at = 0; at + 1 < parts.length && videos.length < MAX_COMPARED; at += 2) {
    const ref = parseRef(parts[at], parts[at + 1]);
    const known = ref && videos.some((one) => one.base === ref.base && one.taskId === ref.taskId);
    if (ref && !known) videos.push(ref);
  }
  if (videos.length === 0) return null;
  return {
    videos,
    mode: COMPARE_MODES.find((mode) => mode === params.get('mode')) ?? DEFAULT_COMPARISON.mode,
    at: numberIn(params.get('at'), 0, 86_400) ?? DEFAULT_COMPARISON.at,
    speed: numberIn(params.get('speed'), 0.1, 4) ?? DEFAULT_COMPARISON.speed,
    sound: Math.round(numberIn(params.get('sound'), 0, MAX_COMPARED) ?? DEFAULT_COMPARISON.sound),
    wipe: numberIn(params.get('wipe'), 0, 100) ?? DEFAULT_COMPARISON.wipe,
  };
}

/** The path of a comparison. What differs from the usual goes into `params`. */
export function formatComparison(comparison: Comparison, params: URLSearchParams): string {
  for (const name of ['mode', 'at', 'speed', 'sound', 'wipe'] as const) {
    if (comparison[name] !== DEFAULT_COMPARISON[name]) params.set(name, String(comparison[name]));
  }
  return comparison.videos.map(formatRef).join('/');
}

/** A number within limits, rounded to hundredths; null if it is not a number. */
function numberIn(text: string | null, min: number, max: number): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return value >= min && value <= max ? Math.round(value * 100) / 100 : null;
}
