import { cell, type Cell, type DataTable } from '~/features/insight/data-table';
import { timeNear } from '~/features/insight/says/batch-says';
import type { TaskState } from '~/core/task';
import type { BatchBar, BatchFacts } from '~/engine/insight/batch-facts';
import type { Translate } from '~/i18n/i18n';

const COLUMNS = ['shot', 'task', 'state', 'submitted', 'started', 'ended', 'expected'] as const;

/** Each task of the current batch. @param titleOf what its card is called */
export function batchTable(
  { lanes, now }: BatchFacts,
  titleOf: (key: string) => string,
  t: Translate,
): DataTable {
  const time = (at: number | null): Cell =>
    at === null ? cell(null) : cell(new Date(at).toISOString(), timeNear(at, now));
  return {
    columns: COLUMNS.map((name) => ({ name, label: t(`insight.batch.column.${name}`) })),
    rows: lanes.flatMap(({ value, bars }) =>
      bars.map((bar) => [
        cell(value, value === '' ? t('insight.batch.noShot') : value),
        cell(titleOf(bar.key)),
        cell(bar.isStuck ? 'stuck' : bar.state, stateWords(bar, t)),
        time(bar.from),
        time(bar.runningFrom),
        time(bar.to),
        expected(bar, now, t),
      ]),
    ),
  };
}

function expected({ ready }: BatchBar, now: number, t: Translate): Cell {
  if (ready === null) return cell(null);
  const raw = [ready.from, ready.to].map((at) => new Date(at).toISOString()).join('/');
  const [from = '', to = ''] = [ready.from, ready.to].map((at) => timeNear(at, now));
  return cell(raw, t('insight.batch.expected', { from, to }));
}

function stateWords({ state, isStuck, isUnclear }: BatchBar, t: Translate): string {
  const word = t(isUnclear ? 'card.face.unclear' : STATES[state]);
  return isStuck ? t('insight.batch.isStuck', { state: word }) : word;
}

const STATES = {
  queued: 'card.face.waiting',
  running: 'card.face.running',
  completed: 'card.face.ready',
  failed: 'card.face.failed',
  cancelled: 'card.face.cancelled',
  unknown: 'card.face.unclear',
} as const satisfies Record<TaskState, string>;
