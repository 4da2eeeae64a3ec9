import { useMemo, useState } from 'react';

import { openDialog } from '~/address/dialogs';
import { changeView, useViewOf } from '~/address/use-view';
import type { CardFacts } from '~/engine/answers/card-of';
import type { GroupFacts } from '~/engine/answers/groups';
import { useEngine, useTracked } from '~/engine/use-engine';
import { useGroupFacts, type LookAtGroups } from '~/engine/use-groups';
import { formatRoughly } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';
import { compareGroup } from '~/task-view/compare-with';
import type { Grouping } from '~/task-view/grouping';
import { Button } from '~/ui/button';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';
import { IconButton } from '~/ui/icon-button';

import { foldGroup } from './fold-group';
import { GroupBar } from './group-bar';
import { GroupCheckbox } from './group-checkbox';
import { GroupStrip } from './group-strip';
import { groupName } from './group-words';
import { overallOf } from './overall';

interface GroupHeadProps {
  id: string;
  /** Its shown cards, in order. */
  keys: readonly string[];
  isFolded: boolean;
  grouping: Grouping;
  look: LookAtGroups;
  headingId: string;
}

/** A group is drawn on under the pointer after its last card has left it. */
function useLastFacts(id: string, look: LookAtGroups): GroupFacts | undefined {
  const facts = useGroupFacts(id, look);
  const [last, setLast] = useState(facts);
  if (facts && facts !== last) setLast(facts);
  return facts ?? last;
}

/** How often the time left is estimated anew, in ms. */
const ESTIMATE_MS = 5000;

/** What a group is called and how far it is, and what can be done with all of its cards. */
export function GroupHead({ id, keys, isFolded, grouping, look, headingId }: GroupHeadProps) {
  const t = useT();
  const { usual } = useEngine();
  const now = useNow(ESTIMATE_MS);
  const facts = useLastFacts(id, look);
  const show = useViewOf((view) => view.show);
  const isWhole = useTracked((state) => state.isWhole);
  const cards = (): readonly CardFacts[] => look().groups.cards(id);
  const leftMs = useMemo(() => {
    if (!facts || facts.standings.running === 0) return null;
    const running = look()
      .groups.cards(id)
      .filter(({ standing }) => standing === 'running');
    return overallOf(facts.standings, running, usual, now).leftMs;
  }, [facts, look, id, usual, now]);
  if (!facts) return null;
  const { standings, total, failed } = facts;
  const name = groupName(grouping.by, facts, t, now);
  const ready = (): readonly CardFacts[] => cards().filter(({ standing }) => standing === 'ready');
  const onlyAttention = show === 'attention';
  return (
    <div data-head={id} className="flex h-full items-center gap-2 max-sm:items-start max-sm:pt-1.5">
      <button
        type="button"
        aria-expanded={!isFolded}
        aria-label={t(isFolded ? 'groups.unfold' : 'groups.fold', { name })}
        onClick={() => foldGroup(grouping, id, !isFolded)}
        className="-ms-1.5 grid size-8 flex-none cursor-pointer place-items-center rounded-lg text-ink-2 focus-ring hover:bg-sunken"
      >
        <Icon name="chevron-down" className={cn('fades', isFolded && '-rotate-90')} />
      </button>
      <GroupCheckbox keys={keys} name={name} />
      <div className="flex min-w-0 flex-1 items-center gap-x-3 max-sm:flex-wrap">
        <h2
          id={headingId}
          title={name}
          // The bar stays beside it: below, it would stand between name and numbers.
          className="min-w-0 truncate text-large font-heading max-sm:max-w-[calc(100%-3rem)]"
        >
          {name}
        </h2>
        <GroupBar standings={standings} />
        <span className="flex flex-none items-center gap-2 text-small whitespace-nowrap text-ink-2 digits max-sm:basis-full">
          <span>
            {/* While the rest of a large board is read, nobody knows how many there are. */}
            {isWhole ? t('board.someReady', { ready: standings.ready, total }) : null}
            {leftMs === null ? null : <> · {t('groups.left', { time: formatRoughly(leftMs) })}</>}
          </span>
          {standings.attention === 0 ? null : (
            <button
              type="button"
              aria-pressed={onlyAttention}
              onClick={() => changeView({ show: onlyAttention ? 'all' : 'attention' })}
              className="cursor-pointer rounded-full tap bg-bad-soft px-2.25 py-0.5 text-caption font-label text-bad-ink focus-ring hover:bg-bad-hover"
            >
              {failed === standings.attention
                ? t('groups.failed', { n: failed })
                : t('groups.attention', { n: standings.attention })}
            </button>
          )}
        </span>
        {isFolded ? <GroupStrip cards={cards()} /> : null}
      </div>
      {standings.ready < 2 ? null : (
        <Button
          size="sm"
          variant="quiet"
          icon="compare"
          className="text-ink-2! max-wide:hidden"
          onClick={() => compareGroup(cards(), { by: grouping.by, id })}
        >
          {t('groups.compare')}
        </Button>
      )}
      {standings.ready === 0 ? null : (
        <Button
          size="sm"
          variant="quiet"
          icon="download"
          className="-mx-1.5 text-ink-2! max-sm:hidden"
          onClick={() =>
            openDialog({ kind: 'download', tasks: ready().map(({ tracked }) => tracked) })
          }
        >
          {t('groups.download', { n: standings.ready })}
        </Button>
      )}
      <IconButton
        size="sm"
        icon="more"
        label={t('groups.actions', { name })}
        aria-haspopup="menu"
        onClick={(event) =>
          openDialog({ kind: 'group-menu', by: grouping.by, id, anchor: event.currentTarget })
        }
      />
    </div>
  );
}
