import type { ComponentProps } from 'react';

import { cn } from './cn';
import { Icon, type IconName } from './icons';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';
type ButtonSize = 'md' | 'sm';

/** A button with words. One `primary` per view; `quiet` inside cards. */
export function Button({
  variant = 'plain',
  size = 'md',
  icon,
  type = 'button',
  className,
  children,
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant; size?: ButtonSize; icon?: IconName }) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- the default is `button`; a form may say `submit`
      type={type}
      className={cn(BASE, VARIANTS[variant], SIZES[size], className)}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

const BASE =
  'inline-flex flex-none cursor-pointer items-center justify-center gap-2 border font-medium whitespace-nowrap ' +
  'fades focus-ring disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50';

const VARIANTS = {
  primary: 'border-transparent bg-accent text-accent-ink enabled:hover:bg-accent-hover',
  plain: 'border-line bg-surface text-ink enabled:hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-accent enabled:hover:bg-sunken',
  danger: 'border-transparent bg-bad-soft text-bad-ink enabled:hover:bg-bad-hover',
} satisfies Record<ButtonVariant, string>;

const SIZES = {
  md: 'h-9 rounded-control px-3.5',
  sm: 'h-8.5 rounded-lg px-2.5 text-small',
} satisfies Record<ButtonSize, string>;
