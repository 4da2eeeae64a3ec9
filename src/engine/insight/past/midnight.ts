/** When the day of this moment began where the person is; epoch ms. Days are not all as long. */
export function midnightOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The same, so many days before. */
export function midnightBefore(at: number, days: number): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  return day.setDate(day.getDate() - days);
}

/** When the month of this moment began where the person is; epoch ms. */
export function monthOf(at: number): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  return day.setDate(1);
}
