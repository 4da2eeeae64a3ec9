import { useLocale, useT } from '~/i18n/use-t';
import { setPrefs } from '~/prefs/prefs';
import { usePrefs } from '~/prefs/use-prefs';
import { Icon } from '~/ui/icons';
import { IconButton } from '~/ui/icon-button';

import type { Config } from './config';

/** The host's message to everybody, until the person closes it; a different message is shown again. */
export function DailyNotice({ notice }: { notice: Config['notice'] }) {
  const t = useT();
  const locale = useLocale();
  const closed = usePrefs((prefs) => prefs.noticeClosed);
  if (notice === null) return null;
  const text = typeof notice === 'string' ? notice : notice[locale];
  // In whatever language it was closed.
  const whole = typeof notice === 'string' ? notice : JSON.stringify(notice);
  if (whole === closed) return null;
  return (
    <aside className="mb-4 flex items-center gap-3 rounded-card border border-line bg-accent-soft py-1 pr-1.5 pl-4">
      <Icon name="info" className="text-accent" />
      <p className="min-w-0 flex-1 break-words">{text}</p>
      <IconButton
        label={t('app.noticeClose')}
        icon="close"
        size="sm"
        onClick={(event) => {
          // The button disappears, so move the focus to the start of the content.
          event.currentTarget.closest('main')?.focus();
          setPrefs({ noticeClosed: whole });
        }}
      />
    </aside>
  );
}
