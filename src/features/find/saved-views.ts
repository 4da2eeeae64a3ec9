import { useEffect } from 'react';
import { useStore } from 'zustand';

import { BOARD } from '~/address/screens';
import { formatView, parseView, type View } from '~/address/view';
import { keptStore } from '~/prefs/kept-store';

/** What the board shows, by a name; as an address, which every build can read. */
export interface SavedView {
  name: string;
  address: string;
}

/** The most views, and the longest name and address, in characters. */
const MOST = 50;
export const LONGEST_NAME = 60;
const LONGEST_ADDRESS = 20_000;

const STORE = 'rushes-views';

const NO_VIEWS: { views: readonly SavedView[] } = { views: [] };

const { store, change, follow, reread } = keptStore(STORE, NO_VIEWS, (stored) => ({
  views: readViews(stored),
}));

/** The saved views by name, those of other tabs too. */
export function useSavedViews(): readonly SavedView[] {
  useEffect(() => {
    reread();
    return follow();
  }, []);
  return useStore(store, (state) => state.views);
}

/** The saved views, as a backup holds them. */
export function savedViews(): readonly SavedView[] {
  return store.getState().views;
}

/** Adds those of a backup; of two with one name, the one that is here stays. */
export function addViews(views: readonly unknown[]): void {
  changeViews((own) => [...readViews({ views }), ...own]);
}

/** Changes what another tab may have changed a moment ago. */
export function changeViews(changeOf: (views: readonly SavedView[]) => readonly SavedView[]): void {
  change(({ views }) => ({ views: readViews({ views: changeOf(views) }) }));
}

/** The view as it is saved: what the board shows, whatever screen is open. */
export function addressOf(view: View): string {
  return formatView({ ...view, screen: BOARD });
}

/** With this one; it replaces one by its name. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view];
}

/** Total: only what is a view, bounded, each name once, by name. */
export function readViews(stored: unknown): readonly SavedView[] {
  const { views } = (stored ?? {}) as { views?: unknown };
  if (!Array.isArray(views)) return [];
  const read = views.flatMap((view: unknown): SavedView[] => {
    const { name, address } = (view ?? {}) as Partial<Record<keyof SavedView, unknown>>;
    if (typeof name !== 'string' || typeof address !== 'string') return [];
    const short = name.trim().slice(0, LONGEST_NAME);
    if (short === '' || address.length > LONGEST_ADDRESS) return [];
    return [{ name: short, address: addressOf(parseView(address)) }];
  });
  return read
    .reduce<readonly SavedView[]>(withView, [])
    .slice(-MOST)
    .toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}
