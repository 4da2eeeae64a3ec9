import { useLayoutEffect, useRef } from 'react';

import { cn } from '~/ui/cn';

import { filmElement } from './player-element';
import { player, stopPlaying } from './player';

/** The place of the playing film: in a card with the browser's own controls, in the large view with ours. */
export function PlayerSlot({
  playKey,
  title,
  controls = true,
  className,
}: {
  playKey: string;
  title: string;
  controls?: boolean;
  className?: string;
}) {
  const slot = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const film = filmElement();
    film.controls = controls;
    // Our own controls around it have their own keys; the browser's need the focus on the film.
    film.tabIndex = controls ? 0 : -1;
    if (slot.current && film.parentElement !== slot.current) {
      const wentOn = !film.paused;
      slot.current.append(film);
      // Moving pauses nothing within one task, but some browsers forget to go on.
      if (wentOn && film.paused && !film.ended) film.play().catch(() => {});
      if (controls && document.activeElement === document.body) film.focus({ preventScroll: true });
    }
    return () => {
      // Another slot may take it over in this very commit; if none does, nobody sees it any more.
      setTimeout(() => {
        const { key, status } = player.getState();
        if (!film.isConnected && key === playKey && status === 'playing') stopPlaying();
      }, LEAVE_MS);
    };
  }, [playKey, controls]);

  useLayoutEffect(() => {
    filmElement().setAttribute('aria-label', title);
  }, [title]);

  return <div ref={slot} className={cn('absolute inset-0', className)} />;
}

/** Long enough for the large view to be drawn. */
const LEAVE_MS = 400;

/** The place of the clip that plays mute under the pointer. It is a moving picture, nothing to be reached. */
export function GlanceSlot() {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const film = filmElement('glance');
    film.controls = false;
    film.tabIndex = -1;
    film.setAttribute('aria-hidden', 'true');
    slot.current?.append(film);
    return () => film.removeAttribute('aria-hidden');
  }, []);
  return <div ref={slot} className="pointer-events-none absolute inset-0" />;
}
