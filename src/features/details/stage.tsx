import { useStore } from 'zustand';

import { openDialog } from '~/address/dialogs';
import { CardTime } from '~/task-view/card/card-time';
import { DownloadButton } from '~/task-view/card/download-button';
import { Frame } from '~/task-view/card/frame';
import { ProblemStrip } from '~/task-view/card/problem-strip';
import { compareWith } from '~/task-view/compare-with';
import { copyText } from '~/task-view/copy';
import { KeyList } from '~/task-view/keys/key-list';
import type { PlayerAction } from '~/task-view/keys/key-map';
import { useShortcut } from '~/task-view/keys/use-shortcut';
import { LargePlayer } from '~/task-view/card/large-player';
import { player } from '~/task-view/player/player';
import { takeStill } from '~/task-view/player/still';
import { whyNot } from '~/engine/answers/why-not';
import type { Card } from '~/task-view/use-card';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';
import '~/ui/late-icons';

import { Fold } from './block';
import type { Siblings } from './use-siblings';

/** The large video and its actions. */
export function Stage({ card, siblings }: { card: Card; siblings: Siblings }) {
  const t = useT();
  const engine = useEngine();
  const ready = card.face === 'ready';
  const run = (action: PlayerAction): boolean => {
    if (action === 'pick') engine.pick(card.key, card.tracked.pickedAt === null);
    else if (action === 'still') void takeStill(card);
    else if (action === 'previousTask') return siblings.go(-1);
    else if (action === 'nextTask') return siblings.go(1);
    return action === 'pick' || action === 'still';
  };
  return (
    <div className="min-w-0">
      <div className="flex flex-col overflow-hidden rounded-2xl">
        {ready ? <LargePlayer card={card} onAction={run} /> : <Frame card={card} />}
        {card.face === 'problem' ? null : <ProblemStrip card={card} />}
      </div>
      <Strip card={card} />
      {ready ? (
        <div className="mt-3 max-sm:hidden">
          <Fold title={t('player.keys')}>
            <KeyList screen="player" />
          </Fold>
        </div>
      ) : null}
    </div>
  );
}

/** The task's actions, below its video. */
function Strip({ card }: { card: Card }) {
  const t = useT();
  const engine = useEngine();
  const link = card.video?.kind === 'link' ? card.video.url : null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {card.face === 'ready' ? (
        <>
          <DownloadButton card={card} variant="primary" />
          <StillButton card={card} />
          {whyNot('compare', card) === null ? (
            <Button icon="compare" onClick={() => compareWith(card.tracked)}>
              {t('compare.open')}
            </Button>
          ) : null}
        </>
      ) : null}
      {link === null ? null : (
        <Button icon="link" onClick={() => void copyText(link)}>
          {t('details.copyLink')}
        </Button>
      )}
      <Button
        icon="refresh"
        disabled={whyNot('checkNow', card) !== null}
        onClick={() => engine.checkNow([card.key])}
      >
        {t('details.checkNow')}
      </Button>
      <IconButton
        icon="more"
        label={t('card.actions')}
        aria-haspopup="menu"
        onClick={(event) =>
          openDialog({ kind: 'menu', key: card.key, anchor: event.currentTarget })
        }
      />
      <div className="ms-auto flex min-w-0 text-end text-note text-ink-3">
        <CardTime card={card} />
      </div>
    </div>
  );
}

function StillButton({ card }: { card: Card }) {
  const t = useT();
  const playing = useStore(player, ({ key, status }) => key === card.key && status === 'playing');
  const shortcut = useShortcut('S');
  return (
    <Button
      icon="camera"
      aria-disabled={!playing}
      aria-keyshortcuts={shortcut}
      title={playing ? undefined : t('player.stillFirst')}
      onClick={() => void takeStill(card)}
    >
      {t('player.still')}
    </Button>
  );
}
