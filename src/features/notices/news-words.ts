import type { Translate } from '~/i18n/i18n';
import type { MessageKey } from '~/i18n/message-key';

import type { Ending, News } from './transitions';

/** So many names can still be listened to. */
const NAMED = 4;

/** What has ended, in one sentence: by name where there are few. Empty if nothing has. */
export function newsWords(news: News, t: Translate): string {
  const found = ORDER.filter((ending) => news[ending].length > 0);
  const titles = found.flatMap((ending) => news[ending]);
  const [only] = found;
  const [title, another] = titles;
  if (only === undefined || title === undefined) return '';
  if (another === undefined) return t(ONE[only], { title });
  const counts = found
    .map((ending) => t(MANY[ending], { n: news[ending].length }))
    .join(t('notices.comma'));
  return titles.length > NAMED
    ? counts
    : t('notices.named', { counts, titles: titles.join(t('notices.semicolon')) });
}

const ORDER = ['ready', 'failed', 'cancelled'] as const satisfies readonly Ending[];

const ONE = {
  ready: 'notices.isReady',
  failed: 'notices.hasFailed',
  cancelled: 'notices.isCancelled',
} as const satisfies Record<Ending, MessageKey>;

const MANY = {
  ready: 'notices.ready',
  failed: 'notices.failed',
  cancelled: 'notices.cancelled',
} as const satisfies Record<Ending, MessageKey>;
