import { Fragment, type ReactNode } from 'react';

import type { BatchFacts, BatchLane } from '~/engine/insight/batch-facts';
import { together } from '~/features/insight/says/sentences';
import { formatCoarsely, formatDuration, formatTime } from '~/i18n/format';
import { useT } from '~/i18n/use-t';

import { BatchAxis, BatchMarks } from './batch-axis';
import { LaneBars } from './lane-bars';
import { frameRoom, layoutFor, type Layout } from './room';
import { after, before, type Span } from './time-span';
import { hasNoEnd, timelineOf } from './timeline';
import { useWidth } from './use-width';

/** The current batch on a line of time: a lane for each shot, a bar for each task. Its table says the same. */
export function BatchPicture({ facts }: { facts: BatchFacts }) {
  const t = useT();
  const width = useWidth();
  const layout = layoutFor(width);
  const line = timelineOf(facts);
  const share = (at: number): number => (at - line.from) / (line.to - line.from);
  const now = line.now === null ? null : { at: share(line.now), time: formatTime(line.now) };
  const last = facts.lastReady && {
    from: share(facts.lastReady.from),
    to: Math.min(1, share(facts.lastReady.to)),
  };
  const isNamed = line.lanes.some(({ value }) => value !== '');
  const columns = COLUMNS[layout](isNamed);
  const room = frameRoom(width) - columns.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return (
    <div aria-hidden="true">
      <div className="grid" style={{ gridTemplateColumns: columnsOf(columns) }}>
        <Line {...{ layout }}>
          <BatchMarks {...{ now, last, layout, room }} />
        </Line>
        {line.lanes.map((lane, index) => {
          const rule = index === 0 ? '' : 'border-t border-line';
          const name = isNamed ? lane.value || t('insight.batch.noShot') : '';
          const words = (
            <LaneWords lane={facts.lanes[index] ?? lane} isShort={layout !== 'wide'} span={line} />
          );
          const bars = <LaneBars bars={lane.bars} {...{ line, now, last }} />;
          return layout === 'tight' ? (
            <div key={lane.id} className={`min-w-0 py-1.5 ${rule}`}>
              <p className="text-note break-words">{name}</p>
              <p className="text-note text-ink-2">{words}</p>
              {bars}
            </div>
          ) : (
            <Fragment key={lane.id}>
              <span className={`min-w-0 py-1.5 ${rule}`} style={isNamed ? GAP : undefined}>
                <span
                  className={layout === 'narrow' ? 'line-clamp-2 text-note' : 'block truncate'}
                  title={lane.value}
                >
                  {name}
                </span>
              </span>
              <div className={`min-w-0 ${rule}`}>{bars}</div>
              <span className={`py-1.5 ps-3 text-note text-ink-2 ${rule}`}>{words}</span>
            </Fragment>
          );
        })}
        <Line {...{ layout }}>
          <BatchAxis from={line.from} to={line.to} room={room} />
        </Line>
      </div>
      <p className="mt-1 text-note text-ink-3">
        {together(
          [
            t('insight.batch.key'),
            line.lanes.some(({ bars }) => bars.some(hasNoEnd)) ? t('insight.batch.noEnd') : null,
            line.hidden > 0 ? t('insight.moreInTable', { n: line.hidden }) : null,
          ],
          t,
        )}
      </p>
    </div>
  );
}

const GAP = { paddingRight: '0.75rem' };

/** The columns in rem; null has the rest. */
const COLUMNS: Readonly<Record<Layout, (isNamed: boolean) => readonly (number | null)[]>> = {
  wide: (isNamed) => [isNamed ? 13 : 0, null, 9],
  narrow: (isNamed) => [isNamed ? 5.5 : 0, null, 4.75],
  tight: () => [null],
};

function columnsOf(columns: readonly (number | null)[]): string {
  return columns.map((one) => (one === null ? 'minmax(0, 1fr)' : `${one}rem`)).join(' ');
}

/** What stands above or below the bars. */
function Line({ layout, children }: { layout: Layout; children: ReactNode }) {
  if (layout === 'tight') return children;
  return (
    <>
      <span />
      {children}
      <span />
    </>
  );
}

/** How the tasks of a lane are, in as many words as there is room for. */
function LaneWords({
  lane: { bars },
  isShort,
  span,
}: {
  lane: BatchLane;
  isShort: boolean;
  span: Span;
}) {
  const t = useT();
  const count = (is: (bar: BatchLane['bars'][number]) => boolean): number => bars.filter(is).length;
  const failed = count(({ state }) => state === 'failed');
  const stuck = count(({ isStuck }) => isStuck);
  const ready = { ready: count(({ state }) => state === 'completed'), total: bars.length };
  const [earlier, later] = [before(bars, span), after(bars, span)];
  return (
    <>
      {t(isShort ? 'insight.batch.shortOf' : 'insight.batch.readyOf', ready)}
      {failed > 0 ? (
        <b className="block text-bad-ink">{t('insight.batch.laneFailed', { n: failed })}</b>
      ) : null}
      {stuck > 0 ? (
        <b className="block text-run-ink">{t('insight.batch.laneStuck', { n: stuck })}</b>
      ) : null}
      {earlier === null ? null : (
        <span className="block">
          {t('insight.batch.laneEarlier', { n: earlier.count, time: farWords(earlier.ms) })}
        </span>
      )}
      {later === null ? null : (
        <span className="block">
          {t('insight.batch.laneLater', { n: later.count, time: farWords(later.ms) })}
        </span>
      )}
    </>
  );
}

const DAY = 86_400_000;

/** In whole days or, of less than one, whole hours. */
function farWords(ms: number): string {
  return ms < DAY ? formatCoarsely(ms) : formatDuration(Math.floor(ms / DAY) * DAY);
}
