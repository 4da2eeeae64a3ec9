import { changeView } from '~/address/use-view';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { CardTime } from './card-time';
import { DownloadButton } from './download-button';
import { MenuButton } from './menu-button';

/** The last line of a card: times and actions. */
export function Foot({ card }: { card: Card }) {
  const t = useT();
  return (
    <div className="mt-1.5 flex items-center gap-0.5 max-narrow:flex-wrap border-t border-line py-1.5 pe-2 ps-4 text-note text-ink-3">
      <CardTime card={card} />
      {card.face === 'ready' ? <DownloadButton card={card} /> : null}
      {card.face === 'failed' && card.task?.failure?.empty !== true ? (
        <Button
          size="sm"
          variant="quiet"
          aria-label={`${t('card.details')} ${card.whole}`}
          className="text-ink-2!"
          onClick={() => changeView({ screen: { kind: 'task', task: card.tracked } })}
        >
          {t('card.details')}
        </Button>
      ) : null}
      <MenuButton card={card} />
    </div>
  );
}
