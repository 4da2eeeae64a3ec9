import { useId } from 'react';

import { cn } from './cn';
import { Icon, type IconName } from './icons';

interface Segment<T extends string> {
  value: T;
  label: string;
  /** Shown in place of the label, which is its name and tooltip then. */
  icon?: IconName;
  count?: number;
}

/** A few choices side by side: real radio buttons, so arrow keys and names work natively. */
export function Segmented<T extends string>({
  label,
  value,
  onChange,
  options,
  size = 'md',
  className,
}: {
  /** What the choice is about; not visible. */
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly Segment<T>[];
  size?: 'md' | 'sm';
  className?: string;
}) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cn('inline-flex max-w-full flex-wrap bg-sunken digits', FRAMES[size], className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          title={option.icon && option.label}
          className={cn(
            'relative flex flex-none cursor-pointer items-center gap-1.75 whitespace-nowrap text-ink-2 fades',
            'has-checked:bg-surface has-checked:text-ink has-checked:lift-tab hover:text-ink',
            'has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent',
            SEGMENTS[size],
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 m-0 size-full cursor-pointer appearance-none opacity-0"
          />
          {option.icon ? <Icon name={option.icon} /> : null}
          <span className={option.icon && 'sr-only'}>{option.label}</span>
          {option.count === undefined ? null : (
            <>
              {' '}
              <span className="text-ink-3">{option.count}</span>
            </>
          )}
        </label>
      ))}
    </div>
  );
}

const FRAMES = { md: 'rounded-control p-0.75', sm: 'rounded-control p-0.5' };
const SEGMENTS = {
  md: 'h-8 rounded-lg px-2.5 font-medium wide:px-3.25 max-sm:grow max-sm:justify-center max-sm:gap-1 max-sm:px-1.5 max-sm:text-small',
  sm: 'h-7.5 rounded-lg px-2.5 text-caption',
};
