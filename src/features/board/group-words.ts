import { headingOf, type GroupBy, type NamedGrouping } from '~/core/group-by';
import { FAILURE_KINDS } from '~/core/failure';
import { HELP, type Trouble } from '~/engine/answers/trouble';
import { NO_GROUP } from '~/engine/answers/group-of';
import type { GroupFacts } from '~/engine/answers/groups';
import { formatMoment } from '~/i18n/format';
import { formatDay } from '~/i18n/format-day';
import type { Translate } from '~/i18n/i18n';
import type { MessageKey } from '~/i18n/message-key';
import { serviceName } from '~/i18n/service-name';
import { failureWords } from '~/task-view/words/failures';
import { problemWords } from '~/task-view/words/problems';

type Named = Pick<GroupFacts, 'id' | 'value' | 'addedAt'>;

/** A group's name on the screen. @param now epoch ms */
export function groupName(by: GroupBy, group: Named, t: Translate, now: number): string {
  const heading = headingOf(by);
  if (group.id === NO_GROUP)
    return heading === null ? t(WITHOUT[by as NamedGrouping]) : t('groups.no.column', { heading });
  if (heading !== null) return group.value;
  return NAMES[by as NamedGrouping](group, t, now);
}

/** The name of the group of those without a value. */
const WITHOUT = {
  batch: 'groups.no.batch',
  shot: 'groups.no.shot',
  model: 'groups.no.model',
  reason: 'groups.no.reason',
  // Every card has one.
  service: 'groups.no.other',
  day: 'groups.no.other',
  none: 'groups.no.other',
} as const satisfies Record<NamedGrouping, MessageKey>;

const asWritten = ({ value }: Named): string => value;

const NAMES = {
  none: asWritten,
  batch: ({ value, addedAt }, t, now) =>
    value === '' ? t('groups.batchOf', { time: formatMoment(addedAt, now) }) : value,
  shot: asWritten,
  service: ({ value }) => serviceName(value),
  model: asWritten,
  day: ({ addedAt }, _, now) => formatDay(addedAt, now),
  reason: ({ value }: Named, t: Translate) => reasonWords(value, t),
} as const satisfies Record<NamedGrouping, (group: Named, t: Translate, now: number) => string>;

function reasonWords(value: string, t: Translate): string {
  const [what, code] = value.split('.');
  const failure = FAILURE_KINDS.find((kind) => kind === code);
  if (what === 'failure') return t(failureWords(failure ?? 'unknown').title);
  // Which host it is differs from card to card.
  const trouble = code === 'leads_elsewhere' ? 'leads_away' : code;
  if (what === 'trouble' && isTrouble(trouble)) return t(problemWords(trouble).title, { host: '' });
  return t('card.face.cancelled');
}

function isTrouble(code: string | undefined): code is Trouble {
  return code !== undefined && Object.hasOwn(HELP, code);
}
