import { useLayoutEffect, useRef } from 'react';

import { playerElement } from './player-element';
import { player, stopPlaying } from './player';

/** The place of the playing video, with the browser's controls in a card and ours in the large view. */
export function PlayerSlot({
  playKey,
  title,
  controls = true,
}: {
  playKey: string;
  title: string;
  controls?: boolean;
}) {
  const slot = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = playerElement();
    element.controls = controls;
    // Our controls have their own keys; the browser's need the focus on the video.
    element.tabIndex = controls ? 0 : -1;
    if (slot.current && element.parentElement !== slot.current) {
      const wentOn = !element.paused;
      slot.current.append(element);
      // Moving the element keeps it playing, but some browsers pause it.
      if (wentOn && element.paused && !element.ended) element.play().catch(() => {});
      if (controls && document.activeElement === document.body)
        element.focus({ preventScroll: true });
    }
    // A frame on a phone gives a tall video the height it wants.
    const measure = (): void => {
      slot.current?.toggleAttribute('data-tall', element.videoHeight > element.videoWidth);
    };
    measure();
    element.addEventListener('loadedmetadata', measure);
    return () => {
      element.removeEventListener('loadedmetadata', measure);
      // Another slot may take the video over in this commit; if none does, nobody sees it any more.
      setTimeout(() => {
        const { key, status } = player.getState();
        if (!element.isConnected && key === playKey && status === 'playing') stopPlaying();
      }, LEAVE_MS);
    };
  }, [playKey, controls]);

  useLayoutEffect(() => {
    playerElement().setAttribute('aria-label', title);
  }, [title]);

  return <div ref={slot} className="absolute inset-0" />;
}

/** Long enough for the large view to render, in ms. */
const LEAVE_MS = 400;

/** The place of the preview under the pointer. It is only a moving picture, so it cannot take focus. */
export function PreviewSlot() {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = playerElement('preview');
    element.controls = false;
    element.tabIndex = -1;
    element.setAttribute('aria-hidden', 'true');
    slot.current?.append(element);
    return () => element.removeAttribute('aria-hidden');
  }, []);
  return <div ref={slot} className="pointer-events-none absolute inset-0" />;
}
