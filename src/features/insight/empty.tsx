import { changeView } from '~/address/use-view';
import { NO_FILTERS } from '~/core/filters';
import { useInsight } from '~/engine/use-insight';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { filterOf, writeOwn } from './insight-filter';

const ALL = writeOwn({ days: null, column: null }, NO_FILTERS);
const EVERYTHING = filterOf(ALL);

/** Nothing to draw: why, and what changes that. */
export function Empty() {
  const t = useT();
  const all = useInsight(EVERYTHING);
  if (all === null) return null;
  const isFiltered = all.total > 0;
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-24 text-center text-ink-2">
      <h3 className="text-large font-semibold text-ink">
        {t(isFiltered ? 'insight.emptyFiltered' : 'insight.empty')}
      </h3>
      <p className="max-w-130">
        {t(isFiltered ? 'insight.emptyFilteredText' : 'insight.emptyText')}
      </p>
      {isFiltered ? (
        <Button
          variant="primary"
          className="mt-4"
          onClick={() =>
            changeView({ filters: NO_FILTERS, screen: { kind: 'insight', parts: ALL.parts } })
          }
        >
          {t('insight.showAll')}
        </Button>
      ) : null}
    </div>
  );
}
