import type { Card } from '~/task-view/use-card';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { TroubleFace } from './trouble-face';

/** For a task that is ready, as the service says, although it gives no video: there is nothing to press Play for. */
export function NoVideoCover({ card: { key, whole } }: { card: Card }) {
  const t = useT();
  const engine = useEngine();
  return (
    <TroubleFace title={t('card.noVideo.title')} met="card.noVideo">
      {t('card.noVideo.text')}
      <span className="mt-2.5 flex">
        <Button
          size="sm"
          icon="refresh"
          aria-label={`${t('problems.help.checkNow')} ${whole}`}
          onClick={() => engine.checkNow([key])}
        >
          {t('problems.help.checkNow')}
        </Button>
      </span>
    </TroubleFace>
  );
}
