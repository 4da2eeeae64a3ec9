import { useT } from '~/i18n/use-t';
import { Icon } from '~/ui/icons';
import { IconButton } from '~/ui/icon-button';

import type { Config } from './config';
import { useDailyNotice } from './use-daily-notice';

/** The host's message to everybody, on the first screen. */
export function DailyNotice({ notice }: { notice: Config['notice'] }) {
  const t = useT();
  const daily = useDailyNotice(notice);
  if (daily === null) return null;
  return (
    <aside className="mb-4 flex items-center gap-3 rounded-card border border-line bg-accent-soft py-1 pe-1.5 ps-4">
      <Icon name="info" className="text-accent" />
      <p className="min-w-0 flex-1 break-words">{daily.text}</p>
      <IconButton
        label={t('app.noticeClose')}
        icon="close"
        size="sm"
        onClick={(event) => {
          // The button disappears, so move the focus to the start of the content.
          event.currentTarget.closest('main')?.focus();
          daily.close();
        }}
      />
    </aside>
  );
}
