import { cn } from './cn';

/** Something that is on or off, with its name beside it. */
export function Switch({
  label,
  on,
  onChange,
  disabled = false,
}: {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      disabled={disabled}
      onClick={() => onChange(!on)}
      className="group flex cursor-pointer items-center gap-2.5 rounded-control py-1.75 text-start focus-ring disabled:cursor-default disabled:opacity-50"
    >
      <span
        aria-hidden="true"
        className={cn(
          'flex h-5.5 w-9.5 flex-none items-center rounded-full border p-0.75 fades',
          on ? 'justify-end border-accent bg-accent' : 'border-ink-3 bg-sunken',
        )}
      >
        <span className={cn('bar size-3.5 rounded-full', on ? 'bg-accent-ink' : 'bg-ink-3')} />
      </span>
      {label}
    </button>
  );
}
