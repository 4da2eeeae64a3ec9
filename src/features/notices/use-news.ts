import { useEffect, useState } from 'react';

import { useEngine } from '~/engine/use-engine';

import { addNews, NO_NEWS, transition, type News } from './transitions';

/** How long news is collected, in ms, so that a batch that ends together becomes one sentence. */
const GATHER_MS = 1500;

/** The news of the latest batch, a new object for every batch; `NO_NEWS` before the first. */
export function useNews(): News {
  const { on } = useEngine();
  const [latest, setLatest] = useState(NO_NEWS);
  useEffect(() => {
    let news: News = { ...NO_NEWS, batch: 1 };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = on('answered', ({ before, after }) => {
      const what = transition(before, after);
      if (what === null) return;
      news = addNews(news, what);
      timer ??= setTimeout(() => {
        setLatest(news);
        news = { ...NO_NEWS, batch: news.batch + 1 };
        timer = undefined;
      }, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [on]);
  return latest;
}
