import type { ComponentProps } from 'react';

import { cn } from './cn';
import { Icon, type IconName } from './icons';

/** A small button that is on or off, named by its words and its count: “Picks 9”. */
export function Chip({
  on,
  count,
  icon,
  className,
  children,
  ...rest
}: Omit<ComponentProps<'button'>, 'type'> & {
  /** Left out for a button that only opens something. */
  on?: boolean;
  count?: number;
  icon?: IconName;
}) {
  return (
    <button
      {...rest}
      type="button"
      aria-pressed={on}
      className={cn(
        'inline-flex h-9 max-w-full flex-none cursor-pointer items-center gap-1.75 rounded-control border px-2.5 font-medium fades focus-ring digits',
        on ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:bg-sunken',
        className,
      )}
    >
      {icon ? <Icon name={icon} className={icon === 'star' ? 'fill-run text-run' : ''} /> : null}
      <span className="min-w-0 truncate">{children}</span>
      {count === undefined ? null : (
        <>
          {' '}
          <span className="text-ink-3">{count}</span>
        </>
      )}
    </button>
  );
}
