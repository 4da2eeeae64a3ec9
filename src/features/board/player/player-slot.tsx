import { useLayoutEffect, useRef } from 'react';

import { filmElement } from './player-element';
import { player, stopPlaying } from './player';

/** The place of the playing film in a card or in the large view. */
export function PlayerSlot({ playKey, title }: { playKey: string; title: string }) {
  const slot = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const film = filmElement();
    if (slot.current && film.parentElement !== slot.current) {
      slot.current.append(film);
      // Moving pauses nothing within one task, but some browsers forget to go on.
      if (film.hasAttribute('src') && film.paused && !film.ended) film.play().catch(() => {});
      if (document.activeElement === document.body) film.focus({ preventScroll: true });
    }
    return () => {
      // Another slot may take it over in this very commit; if none does, nobody sees it any more.
      setTimeout(() => {
        const { key, status } = player.getState();
        if (!film.isConnected && key === playKey && status === 'playing') stopPlaying();
      }, LEAVE_MS);
    };
  }, [playKey]);

  useLayoutEffect(() => {
    filmElement().setAttribute('aria-label', title);
  }, [title]);

  return <div ref={slot} className="absolute inset-0" />;
}

/** Long enough for the large view to be drawn. */
const LEAVE_MS = 400;
