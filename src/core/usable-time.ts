const FIRST = Date.UTC(2000);
const LAST = Date.UTC(2200);

/** Whether epoch ms from elsewhere can be a time of a task: beyond some, a date cannot even be written. */
export function isUsableTime(at: number): boolean {
  return at >= FIRST && at < LAST;
}
