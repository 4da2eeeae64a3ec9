import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query, such as `(width < 40rem)`, matches; follows changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      // Also when the person chooses another size of text: see `app/fit-to-text`.
      addEventListener('resize', listener);
      return () => {
        list.removeEventListener('change', listener);
        removeEventListener('resize', listener);
      };
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(scaledToText(query)).matches);
}

/** A media query as it is for the size of text that the person chose: its rem are the browser's, not the page's. */
export function scaledToText(query: string): string {
  const percent = Number.parseFloat(document.documentElement.style.fontSize) || 100;
  return query.replaceAll(/[\d.]+(?=rem)/g, (rem) => String((Number(rem) * percent) / 100));
}
