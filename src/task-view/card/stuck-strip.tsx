import { estimate } from '~/engine/look-ups/forecast/estimate';
import { useConnection, useEngine } from '~/engine/use-engine';
import { sayFailed } from '~/task-view/say-failed';
import type { Card } from '~/task-view/use-card';
import { formatCoarsely } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { useNow } from '~/platform/use-now';

import { Strip } from './strip';

/** How often, in ms, a card checks whether its task is stuck; that takes many minutes. */
const LOOK_MS = 15_000;

/** Says that nothing has changed for far longer than usual, and offers a note for the service's support. */
export function StuckStrip({ card, isOver = false }: { card: Card; isOver?: boolean }) {
  const t = useT();
  const engine = useEngine();
  const now = useNow(LOOK_MS);
  const connection = useConnection(card.tracked.connectionId);
  const { tracked, answer, trouble } = card;
  const { stillMs } = estimate(answer, engine.usual(tracked), now);
  if (trouble !== null || stillMs === null) return null;
  const copy = (): void => {
    void import('~/task-view/words/copy-support-note')
      .then(({ copySupportNote }) => copySupportNote(tracked, answer, connection?.hint ?? null))
      .catch(sayFailed);
  };
  return (
    <Strip
      over={isOver ? 'facts' : 'nothing'}
      met="card.slow"
      help={
        <Button
          size="sm"
          icon="copy"
          aria-label={`${t('card.supportNote')} ${card.title}`}
          onClick={copy}
        >
          {t('card.supportNote')}
        </Button>
      }
    >
      {t('card.stuck', { time: formatCoarsely(stillMs) })}
    </Strip>
  );
}
