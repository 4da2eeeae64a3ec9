import { useT } from '~/i18n/use-t';
import type { Translate } from '~/i18n/i18n';

import type { News } from './transitions';
import { useNews } from './use-news';

/** Announces what ended, one sentence per batch, to screen readers. */
export function Announcer() {
  const t = useT();
  const news = useNews();
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <p key={news.batch}>{sentence(news, t)}</p>
    </div>
  );
}

function sentence({ ready, failed }: News, t: Translate): string {
  const parts = [
    ...(ready > 0 ? [t('notices.ready', { n: ready })] : []),
    ...(failed > 0 ? [t('notices.failed', { n: failed })] : []),
  ];
  return parts.join(t('notices.comma'));
}
