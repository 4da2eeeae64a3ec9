import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';

import { dialogs } from '~/address/dialogs';
import { useStandings } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { IconButton } from '~/ui/icon-button';
import { isTyping } from '~/ui/keys';

import { tellChoices } from './choices';
import { mayTellHere, type MayTell } from './may-tell';
import { TellPanel } from './tell-panel';

/**
 * Opens what can be told, by itself at the first running task.
 * @param all opens the notices that have no room on the screen, with how many there are; null if there are none
 */
export function Bell({ all }: { all: { n: number; open: () => void } | null }) {
  const t = useT();
  const bell = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<'by hand' | 'by itself' | null>(null);
  useFirstAsk(() => setOpen('by itself'));
  const close = (): void => {
    const hadFocus = bell.current?.contains(document.activeElement);
    setOpen(null);
    if (hadFocus) bell.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={bell} className="relative flex-none max-sm:static">
      <span className="relative block">
        <IconButton
          icon="bell"
          label={all ? t('notices.all', { n: all.n }) : t('told.title')}
          aria-haspopup="dialog"
          aria-expanded={open !== null}
          onClick={() => {
            if (open) close();
            else if (all) all.open();
            else setOpen('by hand');
          }}
        />
        {all ? (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-0 end-0 min-w-4 rounded-full bg-run-ink px-1 text-center text-caption text-bg digits"
          >
            {all.n}
          </span>
        ) : null}
      </span>
      {open ? <TellPanel byHand={open === 'by hand'} onClose={close} /> : null}
    </div>
  );
}

/** A browser that was asked before says yes at once. */
const CAN_ASK: ReadonlySet<MayTell> = new Set(['ask', 'yes']);

/** Once, when a task runs, the person looks, and nothing else wants them. */
function useFirstAsk(ask: () => void): void {
  const isRunning = useStandings().running > 0;
  const isFree = useStore(dialogs, ({ open }) => open.length === 0);
  const { asked } = useStore(tellChoices);
  const wants = isRunning && isFree && !asked;
  const [wasAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!wants || wasAsked) return;
    const askNow = (): void => {
      if (document.visibilityState === 'hidden' || isTyping(document.activeElement)) return;
      if (!CAN_ASK.has(mayTellHere())) return;
      setAsked(true);
      ask();
    };
    askNow();
    document.addEventListener('focusout', askNow);
    document.addEventListener('visibilitychange', askNow);
    return () => {
      document.removeEventListener('focusout', askNow);
      document.removeEventListener('visibilitychange', askNow);
    };
  }, [wants, wasAsked, ask]);
}
