/** Durations are counted in bins, each 1/8 octave (9 %) wide: the first ends at a second, the last has all beyond 6 h. */
const PER_OCTAVE = 8;
const FIRST_MS = 1000;
export const BINS = 1 + Math.ceil(PER_OCTAVE * Math.log2((6 * 3_600_000) / FIRST_MS));

/** The bin of a duration: 0 to `BINS` - 1. */
export function binOf(ms: number): number {
  const place = Math.ceil(PER_OCTAVE * Math.log2(Math.max(FIRST_MS, ms) / FIRST_MS));
  return Math.min(BINS - 1, place);
}

/** Where a bin begins and ends, in ms. */
export function edgesOf(bin: number): readonly [fromMs: number, toMs: number] {
  const edge = (at: number): number => Math.round(FIRST_MS * 2 ** (at / PER_OCTAVE));
  return [bin === 0 ? 0 : edge(bin - 1), edge(bin)];
}

/** The duration that stands for those in a bin, in ms. */
export function middleOf(bin: number): number {
  const [from, to] = edgesOf(bin);
  return Math.round(bin === 0 ? to / 2 : Math.sqrt(from * to));
}
