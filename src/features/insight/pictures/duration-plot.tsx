import type { ModelDurations } from '~/engine/insight/facts';

import { curveOf } from './curve';
import { marksOf, type Scale } from './scale';
import { useInks } from './use-inks';

/** One model on the scale of all. What it shows stands beside it in words. */
export function DurationPlot({
  model: { bins, usual, todayMs },
  scale,
  usual: usualLabel,
  today: todayLabel,
}: {
  model: ModelDurations;
  scale: Scale;
  /** Words at what is usual, and at today's dots; null where another model has them. */
  usual: string | null;
  today: string | null;
}) {
  const inks = useInks();
  const at = (ms: number): string => `${Math.min(100, (ms / scale.endMs) * 100)}%`;
  return (
    <div
      aria-hidden="true"
      className={`relative mb-2.5 ${usualLabel === null ? '' : 'mt-4'}`}
      style={{ height: '3.75rem' }}
    >
      <svg width="100%" height="100%" style={{ overflow: 'visible' }}>
        {marksOf(scale).map((mark) => (
          <line key={mark} x1={at(mark)} x2={at(mark)} y1="0" y2="100%" style={inks.guide} />
        ))}
        {usual ? (
          <>
            <svg viewBox="0 0 1000 100" preserveAspectRatio="none" width="100%" height="100%">
              <path
                d={curveOf(bins, scale.endMs)}
                vectorEffect="non-scaling-stroke"
                strokeWidth="1.5"
                style={inks.ground}
              />
            </svg>
            <line
              x1={at(usual.p50Ms)}
              x2={at(usual.p50Ms)}
              y1="13%"
              y2="100%"
              strokeWidth="2"
              style={inks.middle}
            />
          </>
        ) : (
          pastDots(bins).map(({ ms, row, key }) => (
            <circle key={key} cx={at(ms)} cy={`${88 - row * 12}%`} r="2.5" style={inks.usual} />
          ))
        )}
        <line x1="0" x2="100%" y1="100%" y2="100%" style={inks.axis} />
        {todayMs.map((ms, index) => (
          <circle
            // Two may have taken as long, and none of them moves.
            key={index}
            cx={at(ms)}
            cy="100%"
            r="4.5"
            strokeWidth="1.5"
            style={{ ...inks.rim, ...inks.today }}
          />
        ))}
      </svg>
      {usual && usualLabel !== null ? (
        <Label at={at(usual.p50Ms)} top="-0.875rem" className="text-ink-2">
          {usualLabel}
        </Label>
      ) : null}
      {todayLabel === null ? null : (
        <Label
          at={at(middleOf(todayMs))}
          top="calc(100% - 1.625rem)"
          className="font-semibold text-accent"
        >
          {todayLabel}
        </Label>
      )}
    </div>
  );
}

function Label({
  at,
  top,
  className,
  children,
}: {
  at: string;
  top: string;
  className: string;
  children: string;
}) {
  return (
    <span
      className={`absolute text-caption whitespace-nowrap ${className}`}
      // Within the picture, wherever its place is.
      style={{ top, left: `clamp(1.5rem, ${at}, 100% - 1.5rem)`, translate: '-50%' }}
    >
      {children}
    </span>
  );
}

function middleOf(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

/** Too few for a curve: a small dot for each, above one another where they took as long. */
function pastDots(
  bins: ModelDurations['bins'],
): readonly { ms: number; row: number; key: string }[] {
  return bins.flatMap(({ fromMs, toMs, count }) =>
    Array.from({ length: Math.min(count, 7) }, (_, row) => ({
      ms: (fromMs + toMs) / 2,
      row,
      key: `${fromMs} ${row}`,
    })),
  );
}
