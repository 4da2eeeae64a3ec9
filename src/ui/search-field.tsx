import type { ComponentProps } from 'react';

import { cn } from './cn';
import { Icon } from './icons';

/**
 * The field in the banner. Escape clears it; `shortcut` is the key that focuses it, shown as a hint. On a phone it is only
 * its icon, until it has the focus: then it covers the banner.
 */
export function SearchField({
  label,
  value,
  onChange,
  shortcut,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
  shortcut?: string;
}) {
  return (
    <div
      className={cn(
        'relative w-full sm:max-w-105 max-sm:ms-auto',
        'max-sm:has-focus:absolute max-sm:has-focus:inset-x-2 max-sm:has-focus:top-2 max-sm:has-focus:z-10 max-sm:has-focus:w-auto max-sm:has-focus:bg-bg',
        value === '' ? 'max-sm:w-11 max-sm:flex-none' : 'max-sm:min-w-16 max-sm:flex-1',
        className,
      )}
    >
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 start-3 -translate-y-1/2 text-ink-3"
      />
      <input
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        {...rest}
        type="search"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          onChange('');
        }}
        className={cn(
          'peer h-9 w-full rounded-control border border-edge bg-sunken pe-9 ps-9 text-ink text-ellipsis placeholder:text-ink-3 max-sm:pe-3 focus-ring',
          value === '' &&
            'max-sm:not-focus:border-transparent max-sm:not-focus:bg-transparent max-sm:not-focus:pe-0 max-sm:not-focus:placeholder:text-transparent',
        )}
      />
      {shortcut ? (
        <kbd
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 end-3 -translate-y-1/2 rounded border border-line bg-surface px-1.25 text-caption text-ink-3 peer-focus:hidden peer-[:not(:placeholder-shown)]:hidden max-sm:hidden"
        >
          {shortcut}
        </kbd>
      ) : null}
    </div>
  );
}
