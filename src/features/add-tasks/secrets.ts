import { maskKey } from '~/core/mask';

import { analyse, type KnownKey } from './analyse';
import type { Segment } from './claims';

/** Plain keys by the mask that stands for them in the text. Never drawn, never stored. */
export type Secrets = ReadonlyMap<string, string>;

/** A text in which every key has become its mask, with the caret where it was. */
export interface Masked {
  text: string;
  caret: number;
  secrets: Secrets;
}

/**
 * Replaces keys by their masks and remembers what stands behind them.
 * @param spare position of the caret while a key is being typed: the key that it touches is left alone; null
 *   spares none
 */
export function maskKeys(
  text: string,
  caret: number,
  secrets: Secrets,
  spare: number | null = null,
): Masked {
  const known = new Map(secrets);
  let masked = '';
  let moved = caret;
  for (const segment of analyse(text)) {
    const typing = spare !== null && segment.start <= spare && spare <= segment.end;
    if (segment.kind !== 'key' || typing) {
      masked += segment.text;
      continue;
    }
    const mask = maskFor(segment.value, known);
    known.set(mask, segment.value);
    const shown = segment.text.replace(segment.value, () => mask);
    if (caret >= segment.end) moved += shown.length - segment.text.length;
    else if (caret > segment.start) moved = masked.length + shown.length;
    masked += shown;
  }
  return { text: masked, caret: moved, secrets: known };
}

/** The mask of a key; two keys that look alike when masked get different ones. */
function maskFor(apiKey: string, known: Map<string, string>): string {
  const mask = maskKey(apiKey);
  let candidate = mask;
  for (let n = 2; known.has(candidate) && known.get(candidate) !== apiKey; n += 1) {
    candidate = `${mask}·${n}`;
  }
  return candidate;
}

/** A stretch of the masked text; a mask whose key is known counts as that key. */
export interface Part extends Segment {
  /** The mask, where the stretch is one. */
  mask: string | null;
}

/** Reads the masked text: the keys behind the masks that are still whole, and all else as it is. */
export function readMasked(text: string, secrets: Secrets): Part[] {
  const masks = placesOf(text, secrets);
  const starts = new Set(masks.map(({ start }) => start));
  return analyse(text, masks).map((segment) => ({
    ...segment,
    mask: starts.has(segment.start) && segment.kind === 'key' ? segment.text : null,
  }));
}

/** Where masks stand, the longest first where one begins like another; a longer word is no mask. */
function placesOf(text: string, secrets: Secrets): KnownKey[] {
  if (secrets.size === 0) return [];
  const masks = [...secrets.keys()].toSorted((a, b) => b.length - a.length);
  const anyMask = masks.map((mask) => mask.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const whole = new RegExp(`(?:${anyMask})(?![A-Za-z0-9·])`, 'g');
  return [...text.matchAll(whole)].map(({ 0: mask, index: start }) => ({
    start,
    end: start + mask.length,
    apiKey: secrets.get(mask) ?? '',
  }));
}
