import { useId, type ComponentProps } from 'react';

import { cn } from './cn';
import { INSIDE, INSIDE_LABEL, LABEL } from './field-look';

/** A text input with a label above and a hint or an error below. */
export function TextField({
  label,
  hint,
  error,
  inside = false,
  className,
  id,
  ...rest
}: ComponentProps<'input'> & {
  label: string;
  /** Puts the label into the frame, before the text. */
  inside?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const note = error ?? hint;
  return (
    <div className={cn('min-w-0', inside && INSIDE, className)}>
      <label htmlFor={fieldId} className={inside ? INSIDE_LABEL : LABEL}>
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
          'w-full rounded-control text-ink placeholder:text-ink-3 focus-ring',
          inside ? 'h-9 bg-transparent px-1.5' : 'h-9.5 border bg-bg px-3',
          !inside && (error ? 'border-bad-ink' : 'border-edge'),
        )}
      />
      {note ? (
        <p
          id={`${fieldId}-note`}
          className={cn('mt-1.5 text-note', error ? 'text-bad-ink' : 'text-ink-3')}
        >
          {note}
        </p>
      ) : null}
    </div>
  );
}
