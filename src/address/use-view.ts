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
 * Back. `soon` does not either, and leaves the address as it is until nothing has changed for a moment, for use while
 * typing: Chromium may decode the page's icon again for each address, in the page's own thread, and Safari refuses more
 * than a hundred in half a minute.
 */
export function changeView(
  change: Partial<View>,
  { replace = false, soon = false }: { replace?: boolean; soon?: boolean } = {},
): void {
  const view = { ...viewNow(), ...change };
  if (soon) {
    last = { hash: location.hash, view: keepAlike(last.view, view) };
    clearTimeout(unwritten);
    unwritten = setTimeout(writeView, MOMENT_MS);
    // What is closed, or kept for the next start, has all that was typed.
    addEventListener('pagehide', writeView, { once: true });
    for (const listener of listeners) listener();
    return;
  }
  writeView();
  const before = location.href;
  const hash = formatView(view);
  if (replace) history.replaceState(history.state, '', hash);
  else history.pushState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href }));
}

/** The view, and the address that it was read from. */
let last = { hash: '', view: parseView('') };
/** Until the view stands in the address, too. */
let unwritten: ReturnType<typeof setTimeout> | undefined;
const MOMENT_MS = 250;
const listeners = new Set<() => void>();

function writeView(): void {
  if (unwritten === undefined) return;
  clearTimeout(unwritten);
  unwritten = undefined;
  // The person has gone elsewhere meanwhile.
  if (location.hash !== last.hash) return;
  history.replaceState(history.state, '', formatView(last.view));
  last.hash = location.hash;
}

/** Read once for each address; what is as before is the same object. */
function viewNow(): View {
  const { hash } = location;
  if (hash !== last.hash) last = { hash, view: keepAlike(last.view, parseView(hash)) };
  return last.view;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('hashchange', listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('hashchange', listener);
    removeEventListener('popstate', listener);
  };
}
