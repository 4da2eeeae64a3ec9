import { useEffect, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';

import type { CardFacts } from '~/engine/answers/card-of';
import { useMedia } from '~/engine/use-media';

interface Poster {
  /** A link, or a frame that can be shown and not kept. Null if there is none, undefined until it is known. */
  picture: string | HTMLCanvasElement | null | undefined;
  /** Goes to the element that has to be on the screen before a picture is taken. */
  place: RefObject<HTMLDivElement | null>;
  /** Keeps the service's thumbnail for next time. */
  onRead: ((picture: HTMLImageElement) => void) | undefined;
  /** The service's thumbnail does not load. */
  onBroken: () => void;
}

/**
 * The picture of a finished video: the one kept in this browser, which costs no request and never expires, or else the
 * service's thumbnail, which is kept from then on, or else the first frame, taken while the card is on the screen.
 */
export function usePoster({ key, tracked, task, video, answer }: CardFacts): Poster {
  const media = useMedia();
  const place = useRef<HTMLDivElement>(null);
  const own = useStore(media.posters, (posters) => posters.get(key));
  const frame = useStore(media.frames, (frames) => frames.get(key));
  const kept = useStore(media.keeping.state, (state) => state.kept.has(key));
  const [broken, setBroken] = useState<string | null>(null);
  const offered = task?.thumbnail ?? null;
  const thumbnail = offered === broken ? null : offered;
  useEffect(() => media.wantPoster(key), [media, key]);
  const best = own ?? (own === null ? (thumbnail ?? frame ?? null) : undefined);
  const [shown, setShown] = useState(best);
  // A thumbnail that is already on screen stays: replacing it with its own copy would flicker.
  if (shown !== best && !(shown && shown === thumbnail)) setShown(best);

  const link = video?.kind === 'link' ? video.url : null;
  const source = kept ? 'kept' : (link ?? (video && (answer.content ?? 'content')));
  const wanted = best === null ? source : null;
  useEffect(() => {
    if (wanted === null || place.current === null) return;
    return media.wantPicture(tracked, wanted, place.current);
  }, [media, tracked, wanted]);

  const onRead =
    shown && shown === thumbnail
      ? (picture: HTMLImageElement) => media.keepPoster(key, picture)
      : undefined;
  return { picture: shown, place, onRead, onBroken: () => setBroken(offered) };
}
