import { Menu as Base } from '@base-ui/react/menu';
import { useEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react';

import { cn } from './cn';
import { Icon, type IconName } from './icons';

interface MenuEntry {
  label: string;
  icon?: IconName;
  onSelect: () => void;
  /** Why it cannot be chosen now; it is then greyed out with the reason below. */
  disabledReason?: string | undefined;
  danger?: boolean;
}

/**
 * A menu anchored to any element, open while it is mounted. Focus returns to the element, unless the chosen action
 * moved it; Tab closes it and goes on from there. Load it lazily, because Base UI is not part of the first download.
 */
export function Menu({
  anchor,
  items,
  onClose,
  label,
}: {
  anchor: HTMLElement;
  items: readonly MenuEntry[];
  onClose: () => void;
  /** The menu's name; by default that of its anchor. */
  label?: string;
}) {
  return (
    <MenuFrame anchor={anchor} onClose={onClose} label={label}>
      {items.map((item) => (
        <Item key={item.label} item={item} />
      ))}
    </MenuFrame>
  );
}

/** The frame of a menu, for one whose items are more than words. On phones it rises from below. */
export function MenuFrame({
  anchor,
  onClose,
  label,
  children,
}: {
  anchor: HTMLElement;
  onClose: () => void;
  label?: string | undefined;
  children: ReactNode;
}) {
  const toFirstItem = useFirstItemFocus(anchor);
  useFocusBack(anchor);
  return (
    <Base.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal container={anchor.closest('main') ?? document.body}>
        <Base.Positioner
          anchor={anchor}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-sm:fixed! max-sm:inset-x-0! max-sm:top-auto! max-sm:bottom-0! max-sm:transform-none!"
        >
          <Base.Popup
            aria-label={label ?? anchor.getAttribute('aria-label') ?? undefined}
            // One that is higher than its window is scrolled: so it is a stop itself, though its items take the focus.
            tabIndex={0}
            onFocus={toFirstItem}
            onKeyDown={(event) => {
              if (event.key !== 'Tab') return;
              // The browser goes on from there.
              event.preventBaseUIHandler();
              anchor.focus();
              onClose();
            }}
            finalFocus={false}
            className="max-h-(--available-height) max-w-[min(20rem,var(--available-width))] min-w-50 overflow-y-auto rounded-xl border border-line bg-surface p-1 text-ink lift-menu outline-none max-sm:max-w-none max-sm:rounded-b-none max-sm:pb-safe"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** How an item of a menu looks. */
export const MENU_ITEM =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 outline-none select-none data-highlighted:bg-sunken data-highlighted:lift-tab';

function Item({ item }: { item: MenuEntry }) {
  const off = item.disabledReason !== undefined;
  return (
    <Base.Item
      label={item.label}
      disabled={off}
      onClick={item.onSelect}
      className={cn(MENU_ITEM, item.danger && 'text-bad-ink', off && 'cursor-default text-ink-3')}
    >
      {item.icon ? <Icon name={item.icon} className={item.danger ? '' : 'text-ink-2'} /> : null}
      <span className="min-w-0">
        {item.label}
        {off ? <span className="block text-caption">{item.disabledReason}</span> : null}
      </span>
    </Base.Item>
  );
}

/**
 * Base UI would move the focus out of the field that *Rename* has just opened, because it decides before the field
 * exists. The clean-up of an effect runs after it.
 */
function useFocusBack(anchor: HTMLElement): void {
  useEffect(
    () => () => {
      const holder = document.activeElement;
      if (!holder || holder === document.body || holder.closest('[role="menu"]')) anchor.focus();
    },
    [anchor],
  );
}

/**
 * A menu opened by keyboard starts at its first item. Base UI does that only for its own triggers; for other anchors it
 * focuses the popup, and this moves the focus on, once. Firefox shows no focus on a button that a script or a click has
 * focused, also when a key presses it then: where no pointer is on it either, none has opened the menu.
 */
function useFirstItemFocus(anchor: HTMLElement): (event: FocusEvent<HTMLElement>) => void {
  const [byKeyboard] = useState(
    () => anchor.matches(':focus-visible') || !anchor.matches(':hover'),
  );
  const done = useRef(false);
  return (event) => {
    if (done.current || event.target !== event.currentTarget) return;
    done.current = true;
    if (byKeyboard) event.currentTarget.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  };
}
