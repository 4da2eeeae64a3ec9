import { useId, type ComponentProps } from 'react';

import { cn } from './cn';
import { INSIDE, INSIDE_LABEL, LABEL } from './field-look';
import { Icon } from './icons';

interface SelectOption<T extends string> {
  value: T;
  label: string;
  /** The language of the label, where it is not the page's. */
  lang?: string;
}

/** A styled native select: a combobox for assistive technology, a wheel on phones. */
export function Select<T extends string>({
  label,
  value,
  onChange,
  options,
  hideLabel = false,
  inside = false,
  hint,
  className,
  id,
  ...rest
}: Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children' | 'multiple'> & {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly SelectOption<T>[];
  /** Hides the label visually, as in a toolbar where the value says what it is. */
  hideLabel?: boolean;
  /** Puts the label into the frame, before the value. */
  inside?: boolean;
  hint?: string | undefined;
}) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <div className={cn('min-w-0', inside && INSIDE, inside && FRAMED, className)}>
      <label htmlFor={fieldId} className={hideLabel ? 'sr-only' : inside ? INSIDE_LABEL : LABEL}>
        {label}
      </label>
      <div className={cn('relative', inside && 'min-w-0 flex-1 max-sm:basis-auto')}>
        <select
          {...rest}
          id={fieldId}
          aria-describedby={hint ? `${fieldId}-hint` : undefined}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
          className={cn(
            'w-full cursor-pointer appearance-none rounded-control pe-9 text-ellipsis text-ink max-narrow:pe-7',
            'disabled:cursor-default disabled:opacity-50',
            inside
              ? 'h-9 bg-transparent ps-1.5 outline-none max-sm:text-small'
              : 'border border-edge ps-3 focus-ring',
            !inside && (hideLabel ? 'h-9 bg-surface font-medium hover:bg-sunken' : 'h-9.5 bg-bg'),
          )}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute top-1/2 end-3 -translate-y-1/2 text-ink-2"
        />
      </div>
      {hint ? (
        <p id={`${fieldId}-hint`} className="mt-1.5 text-note text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** The ring is around label and value; on a phone the value goes below its label rather than be cut off. */
const FRAMED =
  'max-sm:flex-wrap max-sm:pt-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';
