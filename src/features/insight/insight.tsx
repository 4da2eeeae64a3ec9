import type { InsightFacts, InsightFilter } from '~/engine/insight/facts';
import { useCurrentBatch, useInsight } from '~/engine/use-insight';
import { formatDay } from '~/i18n/format-day';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';
import { Button } from '~/ui/button';
import { ScreenFrame } from '~/ui/screen-frame';
import '~/ui/late-icons';

import { BoardFilters, type NameFilter } from './board-filters';
import { Empty } from './empty';
import { FilterBar } from './filter-bar';
import { splitFilters } from './insight-filter';
import { Batch, Days, Durations, Reasons, Spend } from './pictures';
import { useOwnFilter } from './use-own-filter';

/** How it goes, in pictures: of all tasks that ended, as far as this browser has seen, and of the batch that goes on. */
export function Insight({ nameFilter }: { nameFilter: NameFilter }) {
  const t = useT();
  const { filter, filters, toBoard } = useOwnFilter();
  const facts = useInsight(filter);
  const batch = useCurrentBatch();
  return (
    <ScreenFrame>
      <div className="mx-auto max-w-310 px-6 pt-4.5 pb-15 max-sm:px-3.5">
        <div className="mb-4 flex flex-wrap items-center gap-2.5">
          <Button icon="chevron-left" onClick={toBoard}>
            {t('details.back')}
          </Button>
          <h2 className="text-heading">{t('insight.title')}</h2>
          {facts ? (
            <span className="ms-auto text-ink-2 digits">
              {t('insight.count', { n: facts.total })}
            </span>
          ) : null}
        </div>
        {facts ? (
          <>
            <Filtered {...{ facts, filter, nameFilter }} />
            <div className="grid gap-4">
              {facts.total === 0 ? <Empty /> : <Durations facts={facts} />}
              {batch ? <Batch facts={batch} /> : null}
              {facts.total === 0 ? null : (
                // A wide table scrolls, and widens nothing.
                <div className="flex min-w-0 flex-wrap gap-4">
                  <Days facts={facts} />
                  <Reasons facts={facts} filters={splitFilters(filters).used} />
                  <Spend facts={facts} />
                </div>
              )}
            </div>
          </>
        ) : null}
      </div>
    </ScreenFrame>
  );
}

/** The filters, and what is to be known of them. */
function Filtered({
  facts: { choices, reach },
  filter,
  nameFilter,
}: {
  facts: InsightFacts;
  filter: InsightFilter;
  nameFilter: NameFilter;
}) {
  const t = useT();
  const now = useNow(60_000);
  return (
    <div className="mb-4 grid gap-2">
      <FilterBar filter={filter} choices={choices} />
      <BoardFilters nameFilter={nameFilter} />
      {reach.detailFrom === null ? null : (
        <p className="text-note text-ink-3">
          {t('insight.less', { day: formatDay(reach.detailFrom, now) })}
        </p>
      )}
    </div>
  );
}
