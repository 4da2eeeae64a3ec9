import { useView } from '~/address/use-view';
import { useArranged, useBoardIndex } from '~/engine/use-board';
import { useEngine, useEngineStatus } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';

import { ArrangeSelects } from './arrange-selects';
import { ProgressText } from './progress-text';
import { countReady, downloadShown } from './shown-ready';

/** What has no room in a narrow toolbar. */
export function ViewDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const board = useBoardIndex();
  const view = useView();
  const arranged = useArranged(view);
  const paused = useEngineStatus((status) => status.paused);
  return (
    <Dialog open onClose={onClose} title={t('board.view')} closeLabel={t('ui.close')}>
      <div className="flex flex-col gap-2.5">
        <div className="flex flex-wrap gap-x-2.5">
          <ProgressText />
        </div>
        <ArrangeSelects sort={view.sort} inWords />
        <Button
          icon="download"
          disabled={countReady(view, arranged) === 0}
          onClick={() => {
            onClose();
            downloadShown(board, arranged);
          }}
        >
          {t('board.download')}
        </Button>
        <Button icon={paused ? 'play' : 'pause'} onClick={() => engine.setPaused(!paused)}>
          {t(paused ? 'board.resume' : 'board.pause')}
        </Button>
      </div>
    </Dialog>
  );
}
