import { useLocale } from '~/i18n/use-t';
import { setPrefs } from '~/prefs/prefs';
import { usePrefs } from '~/prefs/use-prefs';

import type { Config } from './config';

/**
 * The host's message to everybody, until the person closes it; a different one is shown again. Without
 * a text in the page's language it is the English one, or else the first.
 */
export function useDailyNotice(
  notice: Config['notice'],
): { text: string; close: () => void } | null {
  const locale = useLocale();
  const closed = usePrefs((prefs) => prefs.noticeClosed);
  if (notice === null) return null;
  const text =
    typeof notice === 'string'
      ? notice
      : (notice[locale] ?? notice.en ?? Object.values(notice).find(Boolean));
  // In whatever language it was closed.
  const whole = typeof notice === 'string' ? notice : JSON.stringify(notice);
  return !text || whole === closed
    ? null
    : { text, close: () => setPrefs({ noticeClosed: whole }) };
}
