import { useEffect, useEffectEvent, useId, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';

import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';

import { choose, tellChoices } from './choices';
import { askBrowser, mayTellHere } from './may-tell';
import { TellChoices } from './tell-choices';
import { OnPhones, TellSettings } from './tell-settings';

/**
 * Under the bell: explains what would be told and asks, once; after that, the choices. Nothing on the page moves for it,
 * and it takes the focus only if it was opened by hand.
 */
export function TellPanel({ byHand, onClose }: { byHand: boolean; onClose: () => void }) {
  const t = useT();
  const panel = useRef<HTMLDivElement>(null);
  const heading = useId();
  const { asked } = useStore(tellChoices);
  // Asked once: the answer comes from the browser's other process, which the page would stand still for.
  const [may] = useState(mayTellHere);
  const asks = !asked && (may === 'ask' || may === 'yes');
  useEffect(() => {
    if (byHand) panel.current?.focus();
  }, [byHand]);
  useLeaving(panel, () => {
    choose(() => ({ asked: true }));
    onClose();
  });
  return (
    <div
      ref={panel}
      role="dialog"
      // The page goes on below it, and its keys too: it may have opened by itself.
      aria-modal="false"
      aria-labelledby={heading}
      tabIndex={-1}
      className="absolute top-full end-0 z-40 mt-2 w-104 rounded-card border border-line bg-surface lift-window outline-none max-sm:fixed max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:mt-0 max-sm:w-auto max-sm:max-w-none max-sm:rounded-b-none max-sm:pb-safe"
    >
      <div className="px-5 py-4.5">
        <div className="flex items-start gap-2">
          <h2 id={heading} className="flex-1 text-heading">
            {t(asks ? 'told.ask' : 'told.title')}
          </h2>
          {asks ? null : (
            <IconButton
              size="sm"
              icon="close"
              label={t('ui.close')}
              className="-mt-1.5 -me-2"
              onClick={onClose}
            />
          )}
        </div>
        {asks ? <Ask isNext={may === 'ask'} onClose={onClose} /> : <TellSettings />}
      </div>
    </div>
  );
}

/** @param isNext the browser asks too */
function Ask({ isNext, onClose }: { isNext: boolean; onClose: () => void }) {
  const t = useT();
  const answer = async (on: boolean): Promise<void> => {
    if (on) await askBrowser();
    choose(() => ({ on, asked: true }));
    onClose();
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-2">{t('told.about')}</p>
      <OnPhones />
      <TellChoices />
      <div className="mt-1 flex flex-wrap gap-2.5">
        <Button variant="primary" onClick={() => void answer(true)}>
          {t('told.yes')}
        </Button>
        <Button onClick={() => void answer(false)}>{t('told.notNow')}</Button>
      </div>
      {isNext ? <p className="text-note text-ink-3">{t('told.next')}</p> : null}
    </div>
  );
}

/** Escape and a press elsewhere take the panel away; a press on its bell is the bell's. */
function useLeaving(panel: RefObject<HTMLDivElement | null>, leave: () => void): void {
  const left = useEffectEvent(leave);
  useEffect(() => {
    const pressed = ({ target }: Event): void => {
      const place = panel.current?.parentElement;
      if (target instanceof Node && !place?.contains(target)) left();
    };
    const typed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      left();
    };
    document.addEventListener('pointerdown', pressed);
    document.addEventListener('keydown', typed);
    return () => {
      document.removeEventListener('pointerdown', pressed);
      document.removeEventListener('keydown', typed);
    };
  }, [panel]);
}
