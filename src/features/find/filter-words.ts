import { SAMPLE_BASE } from '~/core/connection';
import { FAILURE_REASONS } from '~/core/failure';
import { FILTER_VALUES, ON, type FilterName } from '~/core/filters';
import type { Reason } from '~/engine/answers/filters';
import type { Trouble } from '~/engine/answers/trouble';
import { HELP } from '~/engine/answers/trouble';
import type { ConnectionsState } from '~/engine/state';
import { keyName } from '~/i18n/key-name';
import type { Translate } from '~/i18n/i18n';
import type { MessageKey } from '~/i18n/message-key';
import { serviceName } from '~/i18n/service-name';
import { problemWords } from '~/task-view/words/problems';

type Connections = ConnectionsState['connections'];

/** A filter with one of its values in words: “Picked”, “Tag: social”. */
export function filterWords(
  name: FilterName,
  value: string,
  connections: Connections,
  t: Translate,
): string {
  if (FILTER_VALUES[name]?.includes(ON)) return t(`find.${name}`);
  return t('find.named', {
    name: t(`find.${name}`),
    value: valueWords(name, value, connections, t),
  });
}

/** One of a filter's values in words. */
export function valueWords(
  name: FilterName,
  value: string,
  connections: Connections,
  t: Translate,
): string {
  return VALUES[name](value, t, connections);
}

type Words = (value: string, t: Translate, connections: Connections) => string;
const asIs: Words = (value) => value;

const VALUES: Readonly<Record<FilterName, Words>> = {
  stuck: (_, t) => t('find.stuck'),
  picked: (_, t) => t('find.picked'),
  kept: (_, t) => t('find.kept'),
  new: (_, t) => t('find.new'),
  reason: (value, t) => (isReason(value) ? t(reasonWords(value)) : value),
  service: (value, t) => (value === SAMPLE_BASE ? t('details.sample') : serviceName(value)),
  model: asIs,
  key(value, t, connections) {
    const connection = connections.get(value);
    return connection ? keyName(connection, t) : t('find.keyGone');
  },
  tag: asIs,
  added: (value, t) => t(isSpan(value) ? `find.${value}` : 'find.month'),
};

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
