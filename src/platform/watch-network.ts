/**
 * Follows whether the browser is online, and when the page is left. The returned function stops it.
 * @param onChange is called at once if the browser is offline
 */
export function watchNetwork(onChange: (online: boolean) => void, onLeave: () => void): () => void {
  const changed = (): void => onChange(navigator.onLine);
  addEventListener('online', changed);
  addEventListener('offline', changed);
  addEventListener('pagehide', onLeave);
  if (!navigator.onLine) changed();
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
    removeEventListener('pagehide', onLeave);
  };
}
