/** Whether any tab of this page is visible: the leader may be a hidden one. */
export interface Visibility {
  anyVisible(): boolean;
  /** Whether this tab is. */
  isVisible(): boolean;
  /** Tells the other tabs whether this one is visible: they may be new or about to lead. */
  post(): void;
  handle(tab: string, visible: boolean): void;
  stop(): void;
}

/** Posts when this tab is shown or hidden, and reports when the first or last visible tab changes. */
export function watchVisibility(
  post: (visible: boolean) => void,
  onAnyChange: (anyVisible: boolean) => void,
): Visibility {
  const page = typeof document === 'undefined' ? null : document;
  const others = new Set<string>();
  const own = (): boolean => page === null || page.visibilityState === 'visible';
  const anyVisible = (): boolean => own() || others.size > 0;
  let before = anyVisible();
  const update = (): void => {
    const after = anyVisible();
    if (after === before) return;
    before = after;
    onAnyChange(after);
  };
  const changed = (): void => {
    post(own());
    update();
  };
  const left = (): void => post(false);
  page?.addEventListener('visibilitychange', changed);
  page?.defaultView?.addEventListener('pagehide', left);
  page?.defaultView?.addEventListener('pageshow', changed);
  return {
    anyVisible,
    isVisible: own,
    post: () => post(own()),
    handle(tab, visible) {
      if (visible) others.add(tab);
      else others.delete(tab);
      update();
    },
    stop() {
      page?.removeEventListener('visibilitychange', changed);
      page?.defaultView?.removeEventListener('pagehide', left);
      page?.defaultView?.removeEventListener('pageshow', changed);
    },
  };
}
