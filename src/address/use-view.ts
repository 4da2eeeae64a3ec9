import { useMemo, useSyncExternalStore } from 'react';

import { formatView, parseView, type View } from './view';

/** The view in the address. Back and forward work, because the browser keeps the history. */
export function useView(): View {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseView(hash), [hash]);
}

/**
 * Changes the address and notifies all listeners at once, which `pushState` alone does not. `replace` adds no step for
 * Back, for use while typing.
 */
export function changeView(change: Partial<View>, { replace = false } = {}): void {
  const before = location.href;
  const hash = formatView({ ...parseView(location.hash), ...change });
  if (replace) history.replaceState(history.state, '', hash);
  else history.pushState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href }));
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  addEventListener('popstate', listener);
  return () => {
    removeEventListener('hashchange', listener);
    removeEventListener('popstate', listener);
  };
}
