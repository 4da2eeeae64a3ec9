/** Seeded random numbers, so that two runs say the same. */
export interface Random {
  /** 0 to 1. */
  unit(): number;
  between(low: number, high: number): number;
  /** Mean 0, sd 1. */
  normal(): number;
  logNormal(median: number, spread: number): number;
}

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => {
    const radius = Math.sqrt(-2 * Math.log(1 - unit()));
    return radius * Math.cos(2 * Math.PI * unit());
  };
  return {
    unit,
    normal,
    between: (low, high) => low + (high - low) * unit(),
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
  };
}
