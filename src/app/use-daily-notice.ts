import { useLocale } from '~/i18n/use-t';
import { setPrefs } from '~/prefs/prefs';
import { usePrefs } from '~/prefs/use-prefs';

import type { Config } from './config';

/** The host's message to everybody, until the person closes it; a different message is shown again. */
export function useDailyNotice(
  notice: Config['notice'],
): { text: string; close: () => void } | null {
  const locale = useLocale();
  const closed = usePrefs((prefs) => prefs.noticeClosed);
  if (notice === null) return null;
  const text = typeof notice === 'string' ? notice : notice[locale];
  // In whatever language it was closed.
  const whole = typeof notice === 'string' ? notice : JSON.stringify(notice);
  return whole === closed ? null : { text, close: () => setPrefs({ noticeClosed: whole }) };
}
