/**
 * The next faster (`by` 1) or slower (−1) of `speeds`, in ascending order. `now` need not be one of them. Returns the
 * same speed if there is no further one. Pure.
 */
export function stepSpeed(speeds: readonly number[], speed: number, by: 1 | -1): number {
  const further =
    by > 0 ? speeds.find((one) => one > speed) : speeds.findLast((one) => one < speed);
  return further ?? speed;
}
