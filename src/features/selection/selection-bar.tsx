import { useMemo } from 'react';
import { useStore } from 'zustand';

import { openDialog } from '~/address/dialogs';
import { titleOf } from '~/core/title';
import type { CardFacts } from '~/engine/answers/card-of';
import { useCards } from '~/engine/use-board';
import { useEngine } from '~/engine/use-engine';
import { useMedia } from '~/engine/use-media';
import { useT } from '~/i18n/use-t';
import {
  clearSelection,
  selectAllShown,
  selection,
  selectOnly,
} from '~/task-view/selection/selection';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';

import { BAR_ACTIONS, BULK, countFor, type BulkAction, type BulkScene } from './bulk';
import { outcome, tellOutcome } from './outcome';
import { runBulk } from './run-bulk';
import { skippedWords } from './skipped-words';
import { standingsText } from './standings-text';

/** What can be done with the chosen cards; at the bottom of the board, as long as any is chosen. */
export function SelectionBar() {
  const t = useT();
  const cards = useChosen();
  const [only, another] = cards;
  const { keeping } = useMedia();
  const { kept, place } = useStore(keeping.state);
  const canKeep = place !== null || keeping.can.browser;
  if (!only) return null;
  return (
    <div
      role="toolbar"
      aria-label={t('select.bar')}
      className="fixed inset-x-0 bottom-0 z-30 mx-auto w-fit max-w-full overflow-hidden border border-line bg-surface px-[env(safe-area-inset-left)] pb-safe lift-window sm:bottom-4 sm:rounded-panel max-sm:w-full max-sm:rounded-t-panel"
    >
      <LastOutcome />
      <div className="flex items-center gap-1 p-2 max-lg:flex-wrap">
        <IconButton icon="close" label={t('select.clear')} onClick={clearSelection} />
        <p className="min-w-0 pe-3 ps-1 max-lg:flex-1 lg:flex-none">
          <b className="block font-semibold">{t('select.count', { n: cards.length })}</b>
          <span className="block truncate text-note text-ink-2">
            {another ? standingsText(cards, t) : titleOf(only.tracked, only.task)}
          </span>
        </p>
        <Button size="sm" variant="quiet" onClick={selectAllShown}>
          {t('select.all')}
        </Button>
        {/* Its last button stays at its very end, and fades what goes below it. */}
        <div className="strip flex min-w-0 gap-1 max-xl:mask-none max-xl:pe-0 max-lg:w-full">
          {BAR_ACTIONS.filter((action) => action !== 'keep' || canKeep).map((action) => (
            <BulkButton key={action} action={action} cards={cards} scene={{ kept }} />
          ))}
          <MoreButton keys={cards.map(({ key }) => key)} />
        </div>
      </div>
    </div>
  );
}

/** The chosen cards, in the order they were chosen. */
function useChosen(): readonly CardFacts[] {
  const keys = useStore(selection, (state) => state.keys);
  return useCards(useMemo(() => [...keys], [keys]));
}

function BulkButton({
  action,
  cards,
  scene,
}: {
  action: BulkAction;
  cards: readonly CardFacts[];
  scene: BulkScene;
}) {
  const t = useT();
  const engine = useEngine();
  const { label, icon } = BULK[action];
  const n = countFor(action, cards, scene);
  // Of more than can be compared, some are chosen next.
  const isOff = n < (action === 'compare' ? 2 : 1);
  return (
    <Button
      size="sm"
      variant={
        action === 'download' && n > 0 ? 'primary' : action === 'remove' ? 'danger' : 'quiet'
      }
      icon={icon}
      disabled={isOff}
      onClick={() => void runBulk(action, cards, { engine, t, now: Date.now() })}
    >
      {t(label, { n })}
    </Button>
  );
}

/** Stays in sight where the others have to be scrolled. */
function MoreButton({ keys }: { keys: readonly string[] }) {
  const t = useT();
  return (
    <span className="sticky end-0 bg-surface ps-1 max-lg:before:absolute max-lg:before:inset-y-0 max-lg:before:end-full max-lg:before:w-6 max-lg:before:bg-[linear-gradient(var(--to-end),transparent,var(--surface))]">
      <Button
        size="sm"
        variant="quiet"
        icon="more"
        aria-haspopup="menu"
        onClick={({ currentTarget: anchor }) => openDialog({ kind: 'more-bulk', keys, anchor })}
      >
        {t('select.more')}
      </Button>
    </span>
  );
}

function LastOutcome() {
  const t = useT();
  const { last } = useStore(outcome);
  if (last === null) return null;
  const { text, undo } = last;
  const skipped = skippedWords(last.skipped, t);
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-1 border-b border-line bg-sunken px-3 text-small"
    >
      <span className="py-2 pe-1">{skipped ? `${text} · ${skipped.text}` : text}</span>
      {skipped ? (
        <Button size="sm" variant="quiet" onClick={() => selectOnly(skipped.keys)}>
          {t('select.showSkipped', { n: skipped.keys.length })}
        </Button>
      ) : null}
      {undo ? (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            undo();
            tellOutcome(null);
          }}
        >
          {t('board.undo')}
        </Button>
      ) : null}
    </div>
  );
}
