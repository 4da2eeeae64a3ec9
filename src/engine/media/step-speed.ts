/**
 * The next faster (`by` 1) or slower (−1) of `speeds`, which rise, from any speed, also from one that is not among
 * them; the same speed where there is none. Pure.
 */
export function stepSpeed(speeds: readonly number[], speed: number, by: 1 | -1): number {
  const further =
    by > 0 ? speeds.find((one) => one > speed) : speeds.findLast((one) => one < speed);
  return further ?? speed;
}
