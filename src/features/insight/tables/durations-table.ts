import { cell, type Cell, type DataTable } from '~/features/insight/data-table';
import { clock } from '~/features/insight/says/durations-says';
import { modelName } from '~/features/insight/says/names';
import type { DurationFacts } from '~/engine/insight/facts';
import { formatClock, formatDuration, formatNumber } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';

/** How long each model takes, in seconds. */
export function durationsTable({ models }: DurationFacts, t: Translate): DataTable {
  const column = (
    name: string,
    key:
      | 'model'
      | 'service'
      | 'videos'
      | 'from'
      | 'half'
      | 'to'
      | 'today'
      | 'todayVideos'
      | 'length',
  ) => ({
    name,
    label: t(`insight.took.column.${key}`),
    isNumber: key !== 'model' && key !== 'service',
  });
  return {
    columns: [
      column('model', 'model'),
      column('service', 'service'),
      column('videos', 'videos'),
      column('video_seconds', 'length'),
      column('usual_p10_seconds', 'from'),
      column('usual_median_seconds', 'half'),
      column('usual_p90_seconds', 'to'),
      column('today_median_seconds', 'today'),
      column('today_videos', 'todayVideos'),
    ],
    rows: models.map(({ base, model, count, seconds: length, usual, today }) => [
      cell(model, modelName(model, t)),
      cell(base, serviceName(base)),
      cell(count, formatNumber(count)),
      cell(length, length === null ? '' : formatDuration(length * 1000)),
      seconds(usual?.p10Ms, clock),
      seconds(usual?.p50Ms, clock),
      seconds(usual?.p90Ms, (ms) => formatClock(Math.ceil(ms / 1000))),
      seconds(today?.p50Ms, clock),
      cell(today?.count ?? 0, formatNumber(today?.count ?? 0)),
    ]),
  };
}

function seconds(ms: number | undefined, text: (ms: number) => string): Cell {
  return ms === undefined ? cell(null) : cell(Math.round(ms / 100) / 10, text(ms));
}
