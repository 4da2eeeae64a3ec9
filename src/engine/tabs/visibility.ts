import type { Bus } from '~/engine/bus';
import { newId } from '~/platform/new-id';

/** Whether any tab of this page is visible: the leader may be a hidden one. */
interface Visibility {
  anyVisible(): boolean;
  /** Whether this tab is. */
  isVisible(): boolean;
  stop(): void;
}

/** Tells whether this tab is visible when that changes, and when one is opened that cannot know; hears the others. */
export function watchVisibility(bus: Bus): Visibility {
  const page = typeof document === 'undefined' ? null : document;
  const tab = newId();
  const others = new Set<string>();
  const own = (): boolean => page === null || page.visibilityState === 'visible';
  const tell = (visible: boolean): void => bus.emit({ type: 'visible', tab, visible });
  bus.on('visible', ({ tab: other, visible }, from) => {
    if (from === 'here') return;
    if (visible) others.add(other);
    else others.delete(other);
  });
  bus.on('hello', () => tell(own()));
  const changed = (): void => tell(own());
  const left = (): void => tell(false);
  page?.addEventListener('visibilitychange', changed);
  page?.defaultView?.addEventListener('pagehide', left);
  page?.defaultView?.addEventListener('pageshow', changed);
  return {
    anyVisible: () => own() || others.size > 0,
    isVisible: own,
    stop() {
      page?.removeEventListener('visibilitychange', changed);
      page?.defaultView?.removeEventListener('pagehide', left);
      page?.defaultView?.removeEventListener('pageshow', changed);
    },
  };
}
