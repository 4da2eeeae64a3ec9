import { activeLocale, translate } from './i18n';

const DAY = 86_400_000;

/** A day: `Today`, `Yesterday`, `Monday 23 November`; with the year if it is another one. Both in epoch ms. */
export function formatDay(at: number, now: number): string {
  const day = new Date(at);
  if (isSameDay(day, now)) return translate('groups.today');
  if (isSameDay(day, now - DAY)) return translate('groups.yesterday');
  const isThisYear = day.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(activeLocale(), {
    ...(isThisYear ? {} : { year: 'numeric' }),
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(day);
}

function isSameDay(day: Date, at: number): boolean {
  return day.toDateString() === new Date(at).toDateString();
}
