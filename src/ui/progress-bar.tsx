import { cn } from './cn';

/** A thin bar. Without a number it is indeterminate. */
export function ProgressBar({
  label,
  value,
  valueText,
  className,
  trackClassName = 'bg-sunken',
}: {
  label: string;
  /** Percent, 0 to 100; null if there is no number. */
  value: number | null;
  /** What a screen reader says instead of the bare number. */
  valueText?: string | undefined;
  className?: string;
  trackClassName?: string;
}) {
  const percent = value === null ? null : Math.min(100, Math.max(0, value));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent === null ? undefined : Math.floor(percent)}
      aria-valuetext={valueText}
      className={cn('h-1.25 overflow-hidden rounded-full', trackClassName, className)}
    >
      {percent === null ? (
        <div className="bar h-full w-1/3 animate-sweep rounded-full bg-run" />
      ) : (
        <div
          className="bar h-full w-full origin-left rounded-full bg-run glides"
          style={{ transform: `scaleX(${percent / 100})` }}
        />
      )}
    </div>
  );
}
