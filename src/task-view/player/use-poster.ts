import { useEffect, useState } from 'react';
import { useStore } from 'zustand';

import { useMedia } from '~/engine/use-media';

interface Poster {
  /** Null if there is none, undefined until it is known. */
  src: string | null | undefined;
  /** Keeps the service's thumbnail for next time. */
  onRead: ((picture: HTMLImageElement) => void) | undefined;
}

/**
 * The poster of a finished video: the one kept in this browser, which costs no request and never expires, or else the
 * service's thumbnail, which is kept from then on.
 */
export function usePoster(key: string, thumbnail: string | null): Poster {
  const media = useMedia();
  const own = useStore(media.posters, (posters) => posters.get(key));
  useEffect(() => media.wantPoster(key), [media, key]);
  const best = own ?? (own === null ? thumbnail : undefined);
  const [shown, setShown] = useState(best);
  // A thumbnail that is already on screen stays: replacing it with its own copy would flicker.
  if (shown !== best && !(shown && shown === thumbnail)) setShown(best);
  const onRead =
    shown && shown === thumbnail
      ? (picture: HTMLImageElement) => media.keepPoster(key, picture)
      : undefined;
  return { src: shown, onRead };
}
