import { Menu as Base } from '@base-ui/react/menu';

import { cn } from './cn';
import { Icon, type IconName } from './icons';

export interface MenuEntry {
  label: string;
  icon?: IconName;
  onSelect: () => void;
  /** Why it cannot be chosen now; it is then shown, greyed, with the reason below. */
  disabledReason?: string | undefined;
  danger?: boolean;
}

/**
 * A menu at any element, open for as long as it is mounted. Focus goes back to the element, unless what was
 * chosen took it. Load it lazily: Base UI is not part of the first download.
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
  /** The menu's name; else that of the element it hangs on. */
  label?: string;
}) {
  return (
    <Base.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup
            aria-label={label ?? anchor.getAttribute('aria-label') ?? undefined}
            finalFocus={() => (focusIsFree() ? anchor : false)}
            className="max-h-(--available-height) max-w-[min(320px,var(--available-width))] min-w-[200px] overflow-y-auto rounded-xl border border-line bg-surface p-1 text-ink shadow-xl outline-none"
          >
            {items.map((item) => (
              <Item key={item.label} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Item({ item }: { item: MenuEntry }) {
  const off = item.disabledReason !== undefined;
  return (
    <Base.Item
      label={item.label}
      disabled={off}
      onClick={item.onSelect}
      className={cn(
        'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none select-none data-highlighted:bg-sunken',
        item.danger && 'text-bad-ink',
        off && 'cursor-default text-ink-3',
      )}
    >
      {item.icon ? <Icon name={item.icon} className={item.danger ? '' : 'text-ink-2'} /> : null}
      <span className="min-w-0">
        {item.label}
        {off ? <span className="block text-xs">{item.disabledReason}</span> : null}
      </span>
    </Base.Item>
  );
}

/** Nobody holds the focus: the menu's own item had it and is gone, or is about to go. */
function focusIsFree(): boolean {
  const holder = document.activeElement;
  return !holder || holder === document.body || holder.closest('[role="menu"]') !== null;
}
