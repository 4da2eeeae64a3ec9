import type { CSSProperties } from 'react';

import type { DurationFacts, ModelDurations } from '~/engine/insight/facts';
import { clock, rangeWords, todayWords } from '~/features/insight/says/durations-says';
import { modelNamer } from '~/features/insight/says/names';
import { formatDuration, formatNumber } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

import { DurationPlot } from './duration-plot';
import { beyond, reachOf } from './reach';
import { breakable, frameRoom, layoutFor, mostLabels, type Layout } from './room';
import { marksOf, scaleTo, UNIT_MS, unitOf, type Scale } from './scale';
import { useWidth } from './use-width';

/** Of more, the table tells. */
const MOST_MODELS = 8;
const STEPS = 5;

/** How long each model takes: what is usual as a curve, today’s videos as dots, on one scale. */
export function DurationsPicture({ facts: { models } }: { facts: DurationFacts }) {
  const t = useT();
  const width = useWidth();
  const layout = layoutFor(width);
  const isNarrow = layout !== 'wide';
  const shown = models.slice(0, MOST_MODELS);
  const steps = Math.min(STEPS, mostLabels(frameRoom(width), [t('time.minutes', { n: 0 })]));
  const scale = scaleTo(reachOf(shown) || 60_000, steps);
  const name = modelNamer(models, t);
  const labelled = shown.findIndex(({ usual }) => usual !== null);
  const dotted = shown.findIndex(({ pace }) => pace === 'slower' || pace === 'faster');
  const withToday = dotted < 0 ? shown.findIndex(({ todayMs }) => todayMs.length > 0) : dotted;
  const outside = beyond(shown, scale.endMs);
  return (
    <>
      <div className={isNarrow ? '' : 'grid items-end'} style={isNarrow ? undefined : GRIDS.wide}>
        {shown.map((model, index) => (
          <div
            key={`${model.base} ${model.model ?? ''}`}
            className={isNarrow ? 'mt-3 grid items-end' : 'contents'}
            style={isNarrow ? GRIDS[layout] : undefined}
          >
            <div className="min-w-0 pb-1.5">
              <b className="block break-words">{breakable(name(model), NAME_ROOM[layout])}</b>
              <span className="text-note text-ink-3">
                {t('insight.took.videos', { n: model.count })}
              </span>
              {model.seconds === null ? null : (
                <span className="block text-note text-ink-3">
                  {t('insight.took.length', { length: formatDuration(model.seconds * 1000) })}
                </span>
              )}
            </div>
            <div style={isNarrow ? BELOW : undefined}>
              <DurationPlot
                model={model}
                scale={scale}
                usual={
                  index === labelled && model.usual && !isNarrow
                    ? t('insight.took.usual', { time: clock(model.usual.p50Ms) })
                    : null
                }
                today={index === withToday ? t('insight.took.today') : null}
              />
            </div>
            <Words model={model} isBeside={layout === 'narrow'} />
          </div>
        ))}
        {isNarrow ? null : <span />}
        <Axis scale={scale} />
      </div>
      <Notes more={models.length - shown.length} outside={outside} />
    </>
  );
}

/** In rem. */
const NAME_ROOM: Readonly<Record<Layout, number>> = { wide: 10, narrow: 6.5, tight: 12 };
const GAP = { columnGap: '1.25rem' };
const WIDE = {
  ...GAP,
  gridTemplateColumns: `minmax(0, ${NAME_ROOM.wide}rem) minmax(0, 1fr) 12rem`,
};
/** The words beside the name or, without room, below it. */
const GRIDS: Readonly<Record<Layout, CSSProperties>> = {
  wide: WIDE,
  narrow: { ...GAP, gridTemplateColumns: `minmax(${NAME_ROOM.narrow}rem, 1fr) minmax(0, auto)` },
  tight: { gridTemplateColumns: 'minmax(0, 1fr)' },
};
/** The plot in a line of its own, after the words. */
const BELOW = { gridColumn: '1 / -1', order: 1 };

function Words({ model, isBeside }: { model: ModelDurations; isBeside: boolean }) {
  const t = useT();
  const today = todayWords(model, t);
  const isNews = model.pace === 'slower' || model.pace === 'faster';
  return (
    <p className={cn('pb-1.5 text-ink-2', isBeside && 'text-end')}>
      {rangeWords(model, t)}
      {today === null ? null : (
        <span className={cn('block', isNews && 'font-semibold text-accent')}>{today}</span>
      )}
    </p>
  );
}

function Axis({ scale }: { scale: Scale }) {
  const t = useT();
  const unit = unitOf(scale);
  const word = (at: number): string => {
    if (unit === 'clock') return clock(at);
    const n = formatNumber(at / UNIT_MS[unit]);
    return at === 0 ? t(`time.${unit}`, { n }) : n;
  };
  return (
    <div aria-hidden="true" className="relative h-5 text-caption text-ink-3 digits">
      {marksOf(scale).map((at) => {
        const share = at / scale.endMs;
        return (
          <span
            key={at}
            className="absolute whitespace-nowrap"
            // The first and the last stay within the picture.
            style={{ left: `${share * 100}%`, translate: `${-100 * SHIFTS(share)}%` }}
          >
            {word(at)}
          </span>
        );
      })}
    </div>
  );
}

const SHIFTS = (share: number): number => (share === 0 || share === 1 ? share : 0.5);

function Notes({ more, outside }: { more: number; outside: number }) {
  const t = useT();
  const notes = [
    ...(outside > 0 ? [t('insight.took.beyond', { n: outside })] : []),
    ...(more > 0 ? [t('insight.moreInTable', { n: more })] : []),
  ];
  return notes.map((note) => (
    <p key={note} className="mt-2 text-note text-ink-3">
      {note}
    </p>
  ));
}
