/** Hours in which nothing is told, as times of the day: `20:00`. Over midnight if they end before they begin. */
export interface QuietHours {
  on: boolean;
  from: string;
  to: string;
}

/** As the person's clock shows the time, so that a change to summer time moves nothing. @param now epoch ms */
export function isQuiet({ on, from, to }: QuietHours, now: number): boolean {
  if (!on) return false;
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const time = new Date(now);
  const minute = time.getHours() * 60 + time.getMinutes();
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end;
}

/** Whether it is a time of the day as a field for one gives it. */
export function isTimeOfDay(text: unknown): text is string {
  return typeof text === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
