import { isTerminal, type TaskState } from '~/core/task';
import type { BatchBar } from '~/engine/insight/batch-facts';

import { after, before } from './time-span';
import { partsOf, type Timeline } from './timeline';
import { useInks, type Inks } from './use-inks';

/** Heights in px: of the room for one task, of its bar, and above and below all of them. */
const ROOM = 10;
const BAR = 6;
const EDGE = 7;

/** The tasks of one lane, with what lies behind them: what is expected, and the line of now. Shares of the whole line. */
export function LaneBars({
  bars,
  line,
  now,
  last,
}: {
  bars: readonly BatchBar[];
  line: Timeline;
  now: { at: number } | null;
  last: { from: number; to: number } | null;
}) {
  const inks = useInks();
  return (
    // As high as the words beside it, if they need more.
    <div className="relative h-full" style={{ minHeight: bars.length * ROOM + 2 * EDGE }}>
      <svg className="absolute inset-0 size-full" style={{ overflow: 'visible' }}>
        {last ? (
          <rect
            x={percent(last.from)}
            width={percent(last.to - last.from)}
            y="0"
            height="100%"
            style={inks.expected}
          />
        ) : null}
        {bars.map((bar, index) => (
          <OneBar key={bar.key} bar={bar} y={EDGE + index * ROOM} {...{ line, inks }} />
        ))}
        {now ? (
          <line
            x1={percent(now.at)}
            x2={percent(now.at)}
            y1="0"
            y2="100%"
            strokeWidth="2"
            style={inks.now}
          />
        ) : null}
      </svg>
    </div>
  );
}

function OneBar({ bar, y, line, inks }: { bar: BatchBar; y: number; line: Timeline; inks: Inks }) {
  const { from, started, to } = partsOf(bar, line);
  const middle = y + ROOM / 2;
  const ink = inks[bar.isUnclear ? 'cancelled' : INKS[bar.state]];
  return (
    <>
      <line
        x1={percent(from)}
        x2={percent(started)}
        y1={middle}
        y2={middle}
        strokeWidth="1.5"
        strokeDasharray={bar.to === null && started === to ? '3 3' : undefined}
        style={inks.axis}
      />
      {to > started ? (
        <rect
          x={percent(started)}
          width={percent(to - started)}
          y={middle - BAR / 2}
          height={BAR}
          rx={BAR / 2}
          style={ink}
        />
      ) : isTerminal(bar.state) ? (
        <circle cx={percent(to)} cy={middle} r={BAR / 2} style={ink} />
      ) : null}
      {before([bar], line) ? <Beyond x="0" d={`M-3 ${middle - 3}l-3 3l3 3`} inks={inks} /> : null}
      {after([bar], line) ? <Beyond x="100%" d={`M3 ${middle - 3}l3 3l-3 3`} inks={inks} /> : null}
    </>
  );
}

/** The sign of a bar that is longer than the line. */
function Beyond({ x, d, inks }: { x: string; d: string; inks: Inks }) {
  return (
    <svg x={x} style={{ overflow: 'visible' }}>
      <path d={d} fill="none" strokeWidth="1.5" style={inks.middle} />
    </svg>
  );
}

const INKS = {
  queued: 'cancelled',
  running: 'running',
  completed: 'usual',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'cancelled',
} as const satisfies Record<TaskState, keyof Inks>;

function percent(share: number): string {
  return `${share * 100}%`;
}
