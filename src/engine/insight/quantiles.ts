/** Values and how many of each there are, from the least. */
export type Weighted = readonly (readonly [value: number, count: number])[];

/** The values that these shares of all do not exceed, 0 to 1, between two where they fall between; 0 of none. */
export function quantilesOf(sorted: Weighted, shares: readonly number[]): number[] {
  const upTo: number[] = [];
  let all = 0;
  for (const [, count] of sorted) upTo.push((all += count));
  const valueAt = (place: number): number => {
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place < (upTo[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return sorted[low]?.[0] ?? 0;
  };
  return shares.map((share) => {
    const place = share * (all - 1);
    const low = valueAt(Math.floor(place));
    return Math.round(low + (place % 1) * (valueAt(Math.ceil(place)) - low));
  });
}

/** The middle of these, which need not be in order; null of none. */
export function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : (quantilesOf(eachOnce(values), [0.5])[0] ?? null);
}

export function eachOnce(values: readonly number[]): Weighted {
  return Array.from(Float64Array.from(values).toSorted(), (value) => [value, 1] as const);
}
