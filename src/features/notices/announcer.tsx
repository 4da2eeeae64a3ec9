import { useEffect, useState } from 'react';

import { useT } from '~/i18n/use-t';
import type { Translate } from '~/i18n/i18n';

import type { News } from './transitions';
import { useNews } from './use-news';

/** Announces what ended, one sentence per batch, to screen readers and, while the tab is hidden, in its title. */
export function Announcer() {
  const t = useT();
  const news = useNews();
  useTitle(news, t);
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

/** `(3 ✓ 1 ✗) Rushes` for what ended while the tab was hidden; the plain name once it is visible. */
function useTitle(news: News, t: Translate): void {
  const [missed, setMissed] = useState({ ready: 0, failed: 0 });
  const [last, setLast] = useState(news);
  if (last !== news) {
    setLast(news);
    if (document.visibilityState === 'hidden') {
      setMissed({ ready: missed.ready + news.ready, failed: missed.failed + news.failed });
    }
  }
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') setMissed({ ready: 0, failed: 0 });
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, []);
  const marks = [
    ...(missed.ready > 0 ? [`${missed.ready} ✓`] : []),
    ...(missed.failed > 0 ? [`${missed.failed} ✗`] : []),
  ].join(' ');
  const title = marks === '' ? t('app.name') : `(${marks}) ${t('app.name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
