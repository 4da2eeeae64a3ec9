import { useEffect, useState } from 'react';

import type { Answer } from '~/core/answer';
import { useEngine } from '~/engine/use-engine';

import { addNews, NO_NEWS, transition, type News } from './transitions';

/** How long news is collected, in ms, so that a batch that ends together becomes one sentence. */
const GATHER_MS = 1500;

/** The news of the latest batch, a new object for every batch; `NO_NEWS` before the first. */
export function useNews(): News {
  const { queryClient } = useEngine();
  const [latest, setLatest] = useState(NO_NEWS);
  useEffect(() => {
    const cache = queryClient.getQueryCache();
    const last = new Map<string, Answer>();
    for (const query of cache.getAll()) {
      if (query.state.data) last.set(query.queryHash, query.state.data as Answer);
    }
    let news: News = { ...NO_NEWS, batch: 1 };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = cache.subscribe((event) => {
      if (event.type === 'removed') return void last.delete(event.query.queryHash);
      if (event.type !== 'updated' || event.action.type !== 'success') return;
      const after = event.query.state.data as Answer | undefined;
      if (!after) return;
      const what = transition(last.get(event.query.queryHash), after);
      last.set(event.query.queryHash, after);
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
  }, [queryClient]);
  return latest;
}
