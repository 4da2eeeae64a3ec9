import type { ComponentProps } from 'react';

import { cn } from './cn';

/** A square to tick. Its name is not shown. */
export function Checkbox({
  label,
  mixed = false,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'onChange'> & {
  label: string;
  /** Some of what it stands for is chosen. */
  mixed?: boolean;
}) {
  return (
    <input
      {...rest}
      type="checkbox"
      aria-label={label}
      ref={(input) => {
        if (input) input.indeterminate = mixed;
      }}
      // What a click does depends on its keys: see `onClick`.
      onChange={ignore}
      className={cn(
        'size-6 flex-none cursor-pointer appearance-none rounded-lg border border-ink-3 bg-surface bg-center bg-no-repeat focus-ring tap tick',
        'checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent',
        className,
      )}
    />
  );
}

function ignore(): void {}
