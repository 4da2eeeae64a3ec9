import { useSyncExternalStore } from 'react';

import { formatView, keepAlike, parseView, type View } from './view';

/** The view in the address. Back and forward work, because the browser keeps the history. */
export function useView(): View {
  return useSyncExternalStore(subscribe, viewNow);
}

/** A part of it: what needs no more is not rendered at every key in the search. */
export function useViewOf<T>(pick: (view: View) => T): T {
  return useSyncExternalStore(subscribe, () => pick(viewNow()));
}

/**
 * Changes the address and notifies all listeners at once, which `pushState` alone does not. `replace` adds no step for
 * Back, for use while typing.
 */
export function changeView(change: Partial<View>, { replace = false } = {}): void {
  const before = location.href;
  const hash = formatView({ ...viewNow(), ...change });
  if (replace) history.replaceState(history.state, '', hash);
  else history.pushState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href }));
}

let last = { hash: '', view: parseView('') };

/** Read once for each address; what is as before is the same object. */
function viewNow(): View {
  const { hash } = location;
  if (hash !== last.hash) last = { hash, view: keepAlike(last.view, parseView(hash)) };
  return last.view;
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  addEventListener('popstate', listener);
  return () => {
    removeEventListener('hashchange', listener);
    removeEventListener('popstate', listener);
  };
}
