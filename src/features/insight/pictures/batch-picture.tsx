import { Fragment } from 'react';

import type { BatchFacts, BatchLane } from '~/engine/insight/batch-facts';
import { together } from '~/features/insight/says/sentences';
import { formatTime } from '~/i18n/format';
import { useT } from '~/i18n/use-t';

import { BatchAxis, BatchMarks } from './batch-axis';
import { LaneBars } from './lane-bars';
import { hasNoEnd, timelineOf } from './timeline';
import { useIsNarrow } from './use-is-narrow';

/** The current batch on a line of time: a lane for each shot, a bar for each task. Its table says the same. */
export function BatchPicture({ facts }: { facts: BatchFacts }) {
  const t = useT();
  const isNarrow = useIsNarrow();
  const line = timelineOf(facts);
  const share = (at: number): number => (at - line.from) / (line.to - line.from);
  const now = line.now === null ? null : { at: share(line.now), time: formatTime(line.now) };
  const last = facts.lastReady && {
    from: share(facts.lastReady.from),
    to: Math.min(1, share(facts.lastReady.to)),
  };
  const isNamed = line.lanes.some(({ value }) => value !== '');
  return (
    <div aria-hidden="true">
      <div className="grid" style={{ gridTemplateColumns: columnsOf(isNarrow, isNamed) }}>
        <span />
        <BatchMarks {...{ now, last, isNarrow }} />
        <span />
        {line.lanes.map((lane, index) => {
          const rule = index === 0 ? '' : 'border-t border-line';
          return (
            <Fragment key={lane.id}>
              <span className={`min-w-0 py-1.5 ${rule}`} style={isNamed ? GAP : undefined}>
                <span
                  className={isNarrow ? 'line-clamp-2 text-note' : 'block truncate'}
                  title={lane.value}
                >
                  {isNamed ? lane.value || t('insight.batch.noShot') : ''}
                </span>
              </span>
              <div className={`min-w-0 ${rule}`}>
                <LaneBars bars={lane.bars} {...{ line, now, last }} />
              </div>
              <LaneWords lane={facts.lanes[index] ?? lane} isNarrow={isNarrow} rule={rule} />
            </Fragment>
          );
        })}
        <span />
        <BatchAxis from={line.from} to={line.to} isNarrow={isNarrow} />
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

function columnsOf(isNarrow: boolean, isNamed: boolean): string {
  const name = isNamed ? (isNarrow ? '5.5rem' : '13rem') : '0';
  return `${name} minmax(0, 1fr) ${isNarrow ? '4.75rem' : '9rem'}`;
}

/** How the tasks of a lane are, in as many words as there is room for. */
function LaneWords({
  lane: { bars },
  isNarrow,
  rule,
}: {
  lane: BatchLane;
  isNarrow: boolean;
  rule: string;
}) {
  const t = useT();
  const count = (is: (bar: BatchLane['bars'][number]) => boolean): number => bars.filter(is).length;
  const failed = count(({ state }) => state === 'failed');
  const stuck = count(({ isStuck }) => isStuck);
  const ready = { ready: count(({ state }) => state === 'completed'), total: bars.length };
  return (
    <span className={`py-1.5 ps-3 text-note text-ink-2 ${rule}`}>
      {t(isNarrow ? 'insight.batch.shortOf' : 'insight.batch.readyOf', ready)}
      {failed > 0 ? (
        <b className="block text-bad-ink">{t('insight.batch.laneFailed', { n: failed })}</b>
      ) : null}
      {stuck > 0 ? (
        <b className="block text-run-ink">{t('insight.batch.laneStuck', { n: stuck })}</b>
      ) : null}
    </span>
  );
}
