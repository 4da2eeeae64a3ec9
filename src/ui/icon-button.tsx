import type { ComponentProps } from 'react';

import { cn } from './cn';
import { Icon, type IconName } from './icons';

/** A button with only an icon; `label` is its name and tooltip. */
export function IconButton({
  label,
  icon,
  size = 'md',
  className,
  ...rest
}: Omit<ComponentProps<'button'>, 'type' | 'children'> & {
  label: string;
  icon: IconName;
  size?: 'md' | 'sm';
}) {
  return (
    <button
      title={label}
      {...rest}
      type="button"
      aria-label={label}
      className={cn(
        'inline-grid flex-none cursor-pointer place-items-center text-ink-2 fades focus-ring',
        'enabled:hover:bg-sunken enabled:hover:text-ink disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50',
        SIZES[size],
        className,
      )}
    >
      <Icon name={icon} {...(icon === 'more' ? { className: 'stroke-[2.75]' } : {})} />
    </button>
  );
}

const SIZES = { md: 'size-9 rounded-control', sm: 'size-8.5 rounded-lg' };
