import { maskKey } from '~/core/mask';

import { analyse, type Segment } from './analyse';

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
  const masks = [...secrets.keys()].toSorted((a, b) => b.length - a.length);
  const parts: Part[] = [];
  let from = 0;
  const readPlain = (to: number): void => {
    if (to === from) return;
    for (const segment of analyse(text.slice(from, to))) {
      const { start, end } = segment;
      parts.push({ ...segment, start: start + from, end: end + from, mask: null });
    }
  };
  while (masks.length > 0) {
    const next = firstMask(text, masks, from);
    if (!next) break;
    readPlain(next.at);
    const end = next.at + next.mask.length;
    const value = secrets.get(next.mask) ?? '';
    parts.push({
      kind: 'key',
      text: next.mask,
      value,
      label: null,
      start: next.at,
      end,
      mask: next.mask,
    });
    from = end;
  }
  readPlain(text.length);
  return parts;
}

function firstMask(
  text: string,
  masks: string[],
  from: number,
): { at: number; mask: string } | null {
  let found: { at: number; mask: string } | null = null;
  for (const mask of masks) {
    const at = text.indexOf(mask, from);
    if (at >= 0 && (!found || at < found.at)) found = { at, mask };
  }
  return found;
}
