import { Dialog as Base } from '@base-ui/react/dialog';
import { useState, type ReactNode, type RefObject } from 'react';

import { cn } from './cn';
import { Icon } from './icons';

/**
 * A modal dialog: focus stays inside, Escape and a click outside close it, and focus returns. Load it lazily, because
 * Base UI is not part of the first download.
 */
export function Dialog({
  open,
  onClose,
  title,
  closeLabel,
  children,
  footer,
  size = 'md',
  initialFocus,
  held = false,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Label of the close button, in the page's language. */
  closeLabel: string;
  children: ReactNode;
  footer?: ReactNode;
  size?: DialogSize;
  /** What gets the focus first; by default the first field or button of the content. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Something in it must not be interrupted by a stray key or click: only the close button closes it. */
  held?: boolean;
}) {
  // Base UI looks only once a field of the content may have taken the focus.
  const [opener] = useState(() => document.activeElement);
  const focusBack = (): HTMLElement | true =>
    opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : true;
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { reason }) => {
        if (!next && (!held || reason === 'close-press')) onClose();
      }}
    >
      <Base.Portal>
        {/* Dim another dialog below this one too. */}
        <Base.Backdrop
          forceRender
          className="fixed inset-0 z-50 bg-black/40 fades data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Base.Popup
          data-dialog=""
          {...(initialFocus ? { initialFocus } : {})}
          finalFocus={focusBack}
          className={cn(
            'fixed z-50 flex flex-col overflow-hidden border border-line bg-surface text-ink lift-window outline-none',
            'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-panel pb-safe',
            'sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[86dvh] sm:max-w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-panel',
            'fades data-ending-style:opacity-0 data-starting-style:opacity-0',
            WIDTHS[size],
          )}
        >
          <Base.Title className="flex-none px-5 pt-4 pe-14 pb-3 text-heading">{title}</Base.Title>
          {/* No padding below: what sticks to the bottom would float above it, with text passing under it. */}
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 after:block after:h-5">
            {children}
          </div>
          {footer ? (
            <div className="flex flex-none flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3.5">
              {footer}
            </div>
          ) : null}
          {/* Last in reading order, so that the content gets the first focus. */}
          <Base.Close
            aria-label={closeLabel}
            title={closeLabel}
            className="absolute top-3 end-3 grid size-9 cursor-pointer place-items-center rounded-control text-ink-2 focus-ring hover:bg-sunken hover:text-ink"
          >
            <Icon name="close" />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type DialogSize = 'md' | 'lg' | 'xl' | 'full';

const WIDTHS = {
  md: 'sm:w-140',
  lg: 'sm:w-190',
  xl: 'sm:w-250',
  full: 'sm:w-320',
} satisfies Record<DialogSize, string>;
