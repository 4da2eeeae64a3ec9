import type { FeedTrouble } from '~/core/feed';
import type { Translate } from '~/i18n/i18n';

/** What is said of a feed from which nothing comes, or not all. */
export function feedWords({ name, problem }: FeedTrouble, t: Translate) {
  const why = t(`notices.feed.${problem}`);
  return problem === 'rows'
    ? { title: t('notices.feedLong', { name }), text: why }
    : { title: t('notices.feed', { name }), text: t('notices.feedMore', { why }) };
}
