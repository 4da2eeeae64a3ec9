import type { CSSProperties } from 'react';

import { useMediaQuery } from '~/ui/use-media-query';

type Ink = Pick<CSSProperties, 'fill' | 'stroke'>;

/** The few colours of the pictures: grey is usual, the accent is today, orange is running, red has failed. */
export interface Inks {
  usual: Ink;
  today: Ink;
  running: Ink;
  failed: Ink;
  cancelled: Ink;
  /** Below a curve. */
  ground: Ink;
  /** When something is expected. */
  expected: Ink;
  /** Lines: of an axis, of what is in the middle or waits, and those that only guide the eye. */
  axis: Ink;
  middle: Ink;
  guide: Ink;
  now: Ink;
  /** Words in a drawing, which are no words to the browser. */
  word: Ink;
  /** Around dots that lie over one another. */
  rim: Ink;
}

/** Softer than text, and still three to one on every ground. */
const EDGE = 'color-mix(in oklch, var(--ink-3) 82%, var(--surface))';

const OWN: Inks = {
  usual: { fill: EDGE },
  today: { fill: 'var(--accent)' },
  running: { fill: 'var(--run)' },
  failed: { fill: 'var(--bad-ink)' },
  cancelled: { fill: 'none', stroke: EDGE },
  ground: { fill: 'var(--sunken)', stroke: EDGE },
  expected: { fill: 'var(--accent-soft)' },
  axis: { stroke: EDGE },
  middle: { stroke: 'var(--ink-2)' },
  guide: { stroke: 'var(--line)' },
  now: { stroke: 'var(--accent)' },
  word: { fill: 'currentColor' },
  rim: { stroke: 'var(--surface)' },
};

/** Shapes keep their own colours there, on a ground that may be any: so what tells them apart is how they are filled. */
const FORCED: Inks = {
  usual: { fill: 'CanvasText' },
  today: { fill: 'Highlight' },
  running: { fill: 'Highlight' },
  failed: { fill: 'Canvas', stroke: 'CanvasText' },
  cancelled: { fill: 'none', stroke: 'GrayText' },
  ground: { fill: 'none', stroke: 'CanvasText' },
  expected: { fill: 'none', stroke: 'Highlight' },
  axis: { stroke: 'CanvasText' },
  middle: { stroke: 'CanvasText' },
  guide: { stroke: 'GrayText' },
  now: { stroke: 'Highlight' },
  word: { fill: 'CanvasText' },
  rim: { stroke: 'Canvas' },
};

export function useInks(): Inks {
  return useMediaQuery('(forced-colors: active)') ? FORCED : OWN;
}
