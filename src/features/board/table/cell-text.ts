import { headingOf } from '~/core/group-by';
import { isoDay } from '~/core/iso-day';
import { isEmpty } from '~/core/has-video';
import type { ColumnId } from '~/core/table-columns';
import type { CardFacts } from '~/engine/answers/card-of';
import { valueIn } from '~/engine/answers/column-values';
import { formatDuration, formatTime } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';
import { faceOf, pillOf } from '~/task-view/words/face';

/** What a column is called. */
export function headWord(column: ColumnId, t: Translate): string {
  return headingOf(column) ?? t(`table.column.${column as OwnId}`);
}

type OwnId = Exclude<ColumnId, `column:${string}`>;

/** What a cell says, as text: for the table, and for a spreadsheet. Empty if there is nothing to say. */
export function cellText(card: CardFacts, column: ColumnId, t: Translate): string {
  const write = Object.hasOwn(WRITTEN, column) ? WRITTEN[column as keyof typeof WRITTEN] : null;
  return write ? write(card, t) : String(valueIn(card, column) ?? '');
}

/** Cells whose value is no text yet. */
const WRITTEN = {
  status: ({ answer, trouble }, t) => {
    const { word } = pillOf(faceOf(answer, trouble), trouble, isEmpty(answer));
    return t(word);
  },
  took: (card) => {
    const took = valueIn(card, 'took');
    return typeof took === 'number' ? formatDuration(took) : '';
  },
  picked: ({ tracked }, t) => (tracked.pickedAt === null ? '' : t('table.yes')),
  service: ({ tracked }) => serviceName(tracked.base),
  // As spreadsheets read it.
  added: ({ tracked: { addedAt } }) => `${isoDay(addedAt)} ${formatTime(addedAt)}`,
} as const satisfies Partial<Record<ColumnId, (card: CardFacts, t: Translate) => string>>;
