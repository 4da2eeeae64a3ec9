import { memo } from 'react';
import { useStore } from 'zustand';

import { openDialog } from '~/address/dialogs';
import { changeView } from '~/address/use-view';
import type { View } from '~/address/view';
import { SHOWS } from '~/core/standing';
import type { Arranged } from '~/engine/answers/board-order';
import { useBoardIndex } from '~/engine/use-board';
import { useEngine, useEngineStatus } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { useIsSelecting } from '~/task-view/selection/use-selection';
import { Button } from '~/ui/button';
import { cn } from '~/ui/cn';
import { IconButton } from '~/ui/icon-button';
import { Segmented } from '~/ui/segmented';

import { ArrangeSelects } from './arrange-selects';
import { Chips } from './chips';
import { heldBack } from './held-back';
import { ProgressText } from './progress-text';
import { countReady, downloadShown } from './shown-ready';

/**
 * One line above the cards, which pass below it: the filters, how far the board is, and how it is arranged. Where there is
 * no room, the filters scroll sideways and the rest is behind one button.
 */
export function Toolbar({ view, arranged }: { view: View; arranged: Arranged }) {
  const t = useT();
  const { counts } = arranged;
  return (
    <div className="mx-auto flex min-h-11.5 w-full max-w-350 flex-none items-center gap-2.5 px-6 max-sm:min-h-13 max-sm:px-3.5">
      <div className="strip flex min-w-0 items-center gap-2">
        <Segmented
          label={t('board.show')}
          value={view.show}
          onChange={(show) => changeView({ show })}
          options={SHOWS.map((show) => ({
            value: show,
            label: t(`board.${show}`),
            count: counts[show],
          }))}
          className="max-w-none! flex-none flex-nowrap!"
        />
        <Chips view={view} />
      </div>
      <Middle />
      <div className="flex flex-none items-center gap-2 max-lg:hidden">
        <Everything view={view} arranged={arranged} />
        <ArrangeSelects sort={view.sort} />
      </div>
      <Button
        icon="sliders"
        aria-haspopup="dialog"
        className="ms-auto px-2.5 lg:hidden"
        onClick={() => openDialog({ kind: 'board-view' })}
      >
        {t('board.view')}
      </Button>
    </div>
  );
}

/** What concerns all cards: downloads those shown, pauses and resumes look-ups. */
function Everything({ view, arranged }: { view: View; arranged: Arranged }) {
  const t = useT();
  const engine = useEngine();
  const board = useBoardIndex();
  const paused = useEngineStatus((status) => status.paused);
  const ready = countReady(view, arranged);
  return (
    <>
      <IconButton
        icon="download"
        label={t(ready > 0 ? 'board.download' : 'board.downloadNone')}
        disabled={ready === 0}
        onClick={() => downloadShown(board, arranged)}
      />
      <IconButton
        label={t(paused ? 'board.resume' : 'board.pause')}
        icon={paused ? 'play' : 'pause'}
        onClick={() => engine.setPaused(!paused)}
      />
    </>
  );
}

/**
 * How far the board is, left out where it does not fit; or, since nothing moves while the cards are being used, that some
 * have finished out of sight: then, where there is no middle, over the cards.
 */
const Middle = memo(function Middle() {
  const t = useT();
  const { n, show } = useStore(heldBack);
  const selecting = useIsSelecting();
  return n === 0 ? (
    // What does not fit stands in a line that is not seen.
    <div className="flex h-9 min-w-0 flex-1 flex-wrap justify-center gap-x-2.5 overflow-hidden before:h-9 max-lg:hidden">
      <ProgressText />
    </div>
  ) : (
    <div className="flex flex-1 justify-center max-lg:contents">
      <Button
        className={cn(
          'flex-none rounded-full! border-transparent! bg-accent-soft! text-accent! max-lg:absolute max-lg:left-1/2 max-lg:z-10 max-lg:-translate-x-1/2 max-lg:bg-accent! max-lg:text-accent-ink! max-lg:lift-window',
          // Above the bar of what is chosen.
          selecting ? 'max-lg:bottom-40' : 'max-lg:bottom-3',
        )}
        onClick={show}
      >
        {t('board.finished', { n })}
      </Button>
    </div>
  );
});
