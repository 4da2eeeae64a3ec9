import { useId, type ComponentProps } from 'react';

import { cn } from './cn';

/** A text input with a label above and a hint or an error below. */
export function TextField({
  label,
  hint,
  error,
  className,
  id,
  ...rest
}: ComponentProps<'input'> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const note = error ?? hint;
  return (
    <div className={cn('min-w-0', className)}>
      <label htmlFor={fieldId} className="mb-[5px] block text-[12.5px] font-[550] text-ink-2">
        {label}
      </label>
      <input
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${fieldId}-note` : undefined}
        className={cn(
          'h-[38px] w-full rounded-[10px] border bg-bg px-3 text-ink placeholder:text-ink-3 focus-ring',
          error ? 'border-bad-ink' : 'border-line',
        )}
      />
      {note ? (
        <p
          id={`${fieldId}-note`}
          className={cn('mt-1.5 text-[12.5px]', error ? 'text-bad-ink' : 'text-ink-3')}
        >
          {note}
        </p>
      ) : null}
    </div>
  );
}
