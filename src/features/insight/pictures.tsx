import { formatView, DEFAULT_VIEW } from '~/address/view';
import type { Filters } from '~/core/filters';
import { titleOf } from '~/core/title';
import type { BatchFacts } from '~/engine/insight/batch-facts';
import type { FailureReason, InsightFacts } from '~/engine/insight/facts';
import { useBoardIndex } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';

import { Picture } from './picture';
import { BatchPicture } from './pictures/batch-picture';
import { DaysPicture } from './pictures/days-picture';
import { DurationsPicture } from './pictures/durations-picture';
import { ReasonsPicture } from './pictures/reasons-picture';
import { SpendPicture } from './pictures/spend-picture';
import { batchSays, batchTitle } from './says/batch-says';
import { daysSay } from './says/days-says';
import { durationsSay } from './says/durations-says';
import { reasonsSay } from './says/reasons-says';
import { spendSays } from './says/spend-says';
import { batchTable } from './tables/batch-table';
import { daysTable } from './tables/days-table';
import { durationsTable } from './tables/durations-table';
import { reasonsTable } from './tables/reasons-table';
import { spendTable } from './tables/spend-table';

interface OfEnded {
  facts: InsightFacts;
}

export function Durations({ facts: { durations } }: OfEnded) {
  const t = useT();
  return (
    <Picture
      name="durations"
      title={t('insight.took')}
      sentence={durationsSay(durations, t)}
      table={durations.models.length === 0 ? null : durationsTable(durations, t)}
      spoken
    >
      <DurationsPicture facts={durations} />
    </Picture>
  );
}

export function Batch({ facts }: { facts: BatchFacts }) {
  const t = useT();
  const board = useBoardIndex();
  const title = (key: string): string => {
    const card = board.card(key);
    return card ? titleOf(card.tracked, card.task) : '';
  };
  return (
    <Picture
      name="batch"
      title={batchTitle(facts, t)}
      sentence={batchSays(facts, t)}
      table={batchTable(facts, title, t)}
    >
      <BatchPicture facts={facts} />
    </Picture>
  );
}

export function Days({ facts: { days } }: OfEnded) {
  const t = useT();
  const now = useNow(60_000);
  return (
    <Picture
      name="days"
      title={t('insight.byDay')}
      sentence={daysSay(days, now, t)}
      table={days.days.length === 0 ? null : daysTable(days, now, t)}
      notes={[days.undated === 0 ? null : t('insight.byDay.undated', { n: days.undated })]}
    >
      <DaysPicture facts={days} />
    </Picture>
  );
}

/** @param filters those of the board that the pictures keep */
export function Reasons({ facts: { reasons }, filters }: OfEnded & { filters: Filters }) {
  const t = useT();
  const linkTo = (reason: FailureReason): string =>
    formatView({
      ...DEFAULT_VIEW,
      show: 'attention',
      filters: { ...filters, reason: [reason] },
    });
  return (
    <Picture
      name="reasons"
      title={t('insight.why')}
      sentence={reasonsSay(reasons, t)}
      table={reasons.rows.length === 0 ? null : reasonsTable(reasons, linkTo, t)}
      spoken
    >
      <ReasonsPicture facts={reasons} linkTo={linkTo} />
    </Picture>
  );
}

export function Spend({ facts: { spend } }: OfEnded) {
  const t = useT();
  return (
    <Picture
      name="cost"
      title={t('insight.cost')}
      sentence={spendSays(spend, t)}
      table={spend.stated.length + spend.silent.length === 0 ? null : spendTable(spend, t)}
      spoken
    >
      <SpendPicture facts={spend} />
    </Picture>
  );
}
