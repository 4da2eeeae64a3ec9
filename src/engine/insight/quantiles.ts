/** The same numbers from the least; sorted as numbers, and many at once. */
export function fromLeast(values: readonly number[]): Float64Array {
  return Float64Array.from(values).toSorted();
}

/**
 * The values that these shares of all do not exceed, 0 to 1, between two where they fall between; 0 of none.
 * @param sorted from the least
 */
export function quantilesOf(sorted: Float64Array, shares: readonly number[]): number[] {
  return shares.map((share) => {
    const place = Math.max(0, share * (sorted.length - 1));
    const low = sorted[Math.floor(place)] ?? 0;
    return Math.round(low + (place % 1) * ((sorted[Math.ceil(place)] ?? low) - low));
  });
}

/** The middle of these, which need not be in order; null of none. */
export function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : (quantilesOf(fromLeast(values), [0.5])[0] ?? null);
}
