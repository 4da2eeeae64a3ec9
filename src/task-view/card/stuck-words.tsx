import { useConnection } from '~/engine/use-engine';
import { formatCoarsely } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { copyText } from '~/task-view/copy';
import type { Card } from '~/task-view/use-card';
import { supportNote } from '~/task-view/words/support-note';
import { Button } from '~/ui/button';

import { Strip } from './strip';

/** How long nothing has changed, and a note for support. @param stillMs ms */
export function StuckWords({
  card: { tracked, answer, whole },
  isOver,
  stillMs,
}: {
  card: Card;
  isOver: boolean;
  stillMs: number;
}) {
  const t = useT();
  const connection = useConnection(tracked.connectionId);
  return (
    <Strip
      over={isOver ? 'facts' : 'nothing'}
      met="card.slow"
      help={
        <Button
          size="sm"
          icon="copy"
          aria-label={`${t('card.supportNote')} ${whole}`}
          onClick={() =>
            void copyText(supportNote(tracked, answer, connection?.hint ?? null, Date.now()))
          }
        >
          {t('card.supportNote')}
        </Button>
      }
    >
      {t('card.stuck', { time: formatCoarsely(stillMs) })}
    </Strip>
  );
}
