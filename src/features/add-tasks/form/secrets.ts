import { maskKey } from '~/core/mask';

import { analyse } from '~/features/add-tasks/recognise/analyse';
import type { KnownKey, Segment } from '~/features/add-tasks/recognise/segment';

/** Plain keys by the masks that replace them in the text. Never drawn, never stored. */
export type Secrets = ReadonlyMap<string, string>;

/** A text in which every key is masked, with the caret in the same place. */
export interface Masked {
  text: string;
  caret: number;
  secrets: Secrets;
}

/**
 * Replaces keys by masks and remembers the keys.
 * @param spare caret position while a key is being typed: the key it touches is left alone; null spares none
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
  for (const segment of analyse(text).segments) {
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

/** The mask of a key; different keys that would look the same get different masks. */
function maskFor(apiKey: string, known: Map<string, string>): string {
  const mask = maskKey(apiKey);
  let candidate = mask;
  for (let n = 2; known.has(candidate) && known.get(candidate) !== apiKey; n += 1) {
    candidate = `${mask}·${n}`;
  }
  return candidate;
}

/** A segment of the masked text; a mask whose key is known counts as that key. */
export interface Part extends Segment {
  /** The mask, if the segment is one. */
  mask: string | null;
}

/** Analyses masked text: intact masks become their keys, everything else stays as it is. */
export function readMasked(text: string, secrets: Secrets): Part[] {
  const masks = placesOf(text, secrets);
  const starts = new Set(masks.map(({ start }) => start));
  return analyse(text, { known: masks }).segments.map((segment) => ({
    ...segment,
    mask: starts.has(segment.start) && segment.kind === 'key' ? segment.text : null,
  }));
}

/** Positions of masks, the longest first if one is a prefix of another; part of a longer word is not a mask. */
function placesOf(text: string, secrets: Secrets): KnownKey[] {
  if (secrets.size === 0) return [];
  const masks = [...secrets.keys()].toSorted((a, b) => b.length - a.length);
  const anyMask = masks.map((mask) => mask.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const whole = new RegExp(`(?:${anyMask})(?![A-Za-z0-9·])`, 'g');
  return [...text.matchAll(whole)].map(({ 0: mask, index: start }) => ({
    start,
    end: start + mask.length,
    kind: 'key',
    apiKey: secrets.get(mask) ?? '',
  }));
}
