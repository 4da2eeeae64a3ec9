import { DownloadButton } from '~/features/board/card/download-button';
import { Frame } from '~/features/board/card/frame';
import { CardTime } from '~/features/board/card/card-time';
import { ProblemStrip } from '~/features/board/card/problem-strip';
import { copyText } from '~/features/board/copy';
import { useTools } from '~/features/board/tools';
import type { Card } from '~/features/board/use-card';
import { useEngine } from '~/engine/tasks/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';

/** The film, large, and what can be done with it. */
export function Stage({ card }: { card: Card }) {
  const t = useT();
  const engine = useEngine();
  const { open } = useTools();
  const link = card.task?.video?.kind === 'link' ? card.task.video.url : null;
  return (
    <div className="min-w-0">
      <div className="overflow-hidden rounded-2xl">
        <Frame card={card} />
        {card.face === 'problem' ? null : <ProblemStrip card={card} />}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {card.face === 'ready' ? <DownloadButton card={card} variant="primary" /> : null}
        {link === null ? null : (
          <Button icon="link" onClick={() => void copyText(link)}>
            {t('details.copyLink')}
          </Button>
        )}
        <Button
          icon="refresh"
          disabled={card.trouble === 'no_key'}
          onClick={() => engine.checkNow([card.key])}
        >
          {t('details.checkNow')}
        </Button>
        <IconButton
          icon="more"
          label={t('card.actions')}
          aria-haspopup="menu"
          onClick={(event) => open({ kind: 'menu', key: card.key, anchor: event.currentTarget })}
        />
        <div className="ml-auto flex min-w-0 text-right text-[12.5px] text-ink-3">
          <CardTime card={card} />
        </div>
      </div>
    </div>
  );
}
