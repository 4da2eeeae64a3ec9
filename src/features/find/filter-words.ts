import { columnCellIn } from '~/core/column-filter';
import { SAMPLE_BASE } from '~/core/connection';
import { FAILURE_REASONS } from '~/core/failure';
import { FILTER_NAMES, FILTER_VALUES, ON, type FilterName } from '~/core/filters';
import type { Reason } from '~/engine/answers/filters';
import { groupOfCell, groupOfTracked } from '~/engine/answers/group-of';
import type { Trouble } from '~/engine/answers/trouble';
import { HELP } from '~/engine/answers/trouble';
import type { ConnectionsState, TrackedState } from '~/engine/state';
import { keyName } from '~/i18n/key-name';
import type { Translate } from '~/i18n/i18n';
import type { MessageKey } from '~/i18n/message-key';
import { serviceName } from '~/i18n/service-name';
import { problemWords } from '~/task-view/words/problems';

/** What values are named by. */
export type NamedBy = Pick<ConnectionsState, 'connections'> & Pick<TrackedState, 'tasks'>;

/** Filters to choose from. The others are only led to, and have a group or a notice for each of their values. */
export const OFFERED = FILTER_NAMES.filter(
  (name) => !['batch', 'shot', 'column', 'told'].includes(name),
);

/** A filter with one of its values in words: “Picked”, “Tag: social”, “Client: Northwind”. */
export function filterWords(name: FilterName, value: string, by: NamedBy, t: Translate): string {
  if (FILTER_VALUES[name]?.includes(ON)) return t(`find.${name}`);
  if (name === 'told') return valueWords(name, value, by, t);
  return t('find.named', {
    name: (name === 'column' && columnCellIn(value)?.heading) || t(`find.${name}`),
    value: valueWords(name, value, by, t),
  });
}

/** One of a filter's values in words. */
export function valueWords(name: FilterName, value: string, by: NamedBy, t: Translate): string {
  return VALUES[name](value, t, by);
}

type Words = (value: string, t: Translate, by: NamedBy) => string;
const asIs: Words = (value) => value;

const VALUES: Readonly<Record<FilterName, Words>> = {
  stuck: (_, t) => t('find.stuck'),
  picked: (_, t) => t('find.picked'),
  kept: (_, t) => t('find.kept'),
  new: (_, t) => t('find.new'),
  reason: (value, t) => (isReason(value) ? t(reasonWords(value)) : value),
  service: (value, t) => (value === SAMPLE_BASE ? t('details.sample') : serviceName(value)),
  model: asIs,
  key(value, t, { connections }) {
    const connection = connections.get(value);
    return connection ? keyName(connection, t) : t('find.keyGone');
  },
  tag: asIs,
  batch: (value, t, by) => groupName('batch', value, by) || t('find.batchWithout'),
  shot: (value, _, by) => groupName('shot', value, by) || value,
  column: (value, _, by) => cellText(value, by) || value,
  told: (value, t) => t(value === 'away' ? 'find.away' : 'find.expiring'),
  added: (value, t) => t(isSpan(value) ? `find.${value}` : 'find.month'),
};

/** As it is written in one of its tasks; empty if it has no name, or no task. */
function groupName(kind: 'batch' | 'shot', id: string, { tasks }: NamedBy): string {
  for (const task of tasks.values()) {
    const group = groupOfTracked(task, kind);
    if (group?.id === id) return group.value;
  }
  return '';
}

/** A cell as it is written in one of its tasks; the id of its group if there is no such task. */
function cellText(value: string, { tasks }: NamedBy): string {
  const cell = columnCellIn(value);
  if (cell === null) return '';
  for (const { columns } of tasks.values()) {
    const group = groupOfCell(columns[cell.heading]);
    if (group?.id === cell.id) return group.value;
  }
  return cell.id;
}

function reasonWords(reason: Reason): MessageKey {
  return isTrouble(reason) ? problemWords(reason).pill : `find.reason.${reason}`;
}

function isReason(value: string): value is Reason {
  const reasons: readonly string[] = Object.values(FAILURE_REASONS);
  return value === 'cancelled' || reasons.includes(value) || isTrouble(value);
}

function isTrouble(value: string): value is Trouble {
  return Object.hasOwn(HELP, value);
}

function isSpan(value: string): value is 'today' | 'week' | 'month' {
  return FILTER_VALUES.added?.includes(value) ?? false;
}
