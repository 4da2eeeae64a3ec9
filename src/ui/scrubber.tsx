import { cn } from './cn';

/**
 * A video's timeline: a native slider, so that keys, touch and screen readers work as usual. It also shows how much has
 * loaded.
 */
export function Scrubber({
  label,
  valueText,
  value,
  max,
  loaded = 0,
  onSeek,
  className,
}: {
  label: string;
  /** What a screen reader says: "0:03 of 0:10". */
  valueText: string;
  /** Seconds. */
  value: number;
  /** Seconds; 0 until it is known. */
  max: number;
  /** Seconds loaded from the start. */
  loaded?: number;
  onSeek: (seconds: number) => void;
  className?: string;
}) {
  const share = (seconds: number): string =>
    `${max > 0 ? Math.min(100, (seconds / max) * 100) : 0}%`;
  return (
    <div className={cn('group/scrub relative h-6 pointer-coarse:h-11', className)}>
      <div className="pointer-events-none absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 overflow-hidden rounded-full bg-white/30 group-hover/scrub:h-1.5">
        <div className="absolute inset-y-0 left-0 bg-white/35" style={{ width: share(loaded) }} />
        <div className="bar absolute inset-y-0 left-0 bg-white" style={{ width: share(value) }} />
      </div>
      <div
        className="bar pointer-events-none absolute top-1/2 size-3 -translate-1/2 rounded-full bg-white"
        style={{ left: share(value) }}
      />
      <input
        type="range"
        aria-label={label}
        aria-valuetext={valueText}
        min={0}
        max={max}
        step="any"
        value={Math.min(value, max)}
        disabled={max <= 0}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
        className="absolute inset-0 size-full cursor-pointer touch-none opacity-0"
      />
      <div className="pointer-events-none absolute -inset-x-1 inset-y-0 rounded-md outline-offset-1 outline-white group-has-[:focus-visible]/scrub:outline-2" />
    </div>
  );
}
