import { useStore } from 'zustand';

import { play, player, stopPlaying } from '~/features/board/player/player';
import { PLAY_HELP, playWords, type PlayHelp } from '~/features/board/player/play-problems';
import { openTab } from '~/features/board/player/save';
import { useTools } from '~/features/board/tools';
import type { Card } from '~/features/board/use-card';
import { useEngine } from '~/engine/tasks/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { useNow } from '~/ui/use-now';

import { TroubleFace } from './trouble-face';

/** Why the film does not play, in plain words, with what helps. */
export function PlayProblemCover({ card }: { card: Card }) {
  const t = useT();
  const now = useNow(10_000);
  const met = useStore(player, (state) => (state.status === 'problem' ? state.problem : null));
  if (met === null) return null;
  // The browser tells no reason; the link's own date does.
  const isOver = (card.task?.expiresAt ?? Infinity) <= now;
  const problem = met === 'unplayable' && isOver ? 'expired' : met;
  const words = playWords(problem);
  const video = card.task?.video ?? null;
  return (
    <TroubleFace title={t(words.title)}>
      {t(words.text)}
      <span className="mt-2.5 flex flex-wrap gap-2">
        <PlayHelpButton card={card} help={PLAY_HELP[problem]} />
        {video?.kind === 'link' ? (
          <Button size="sm" icon="external" onClick={() => openTab(video.url)}>
            {t('player.openTab')}
          </Button>
        ) : null}
      </span>
    </TroubleFace>
  );
}

function PlayHelpButton({ card: { key, tracked, task }, help }: { card: Card; help: PlayHelp }) {
  const t = useT();
  const engine = useEngine();
  const { changeKey } = useTools();
  const video = task?.video ?? null;
  if (help === 'change-key') {
    return (
      <Button size="sm" icon="key" onClick={() => changeKey(tracked)}>
        {t('problems.help.changeKey')}
      </Button>
    );
  }
  if (help === 'again' && video !== null) {
    return (
      <Button size="sm" icon="refresh" onClick={() => void play(engine, tracked, video)}>
        {t('player.again')}
      </Button>
    );
  }
  if (help === 'none') return null;
  return (
    <Button
      size="sm"
      icon="refresh"
      onClick={() => {
        engine.checkNow([key]);
        stopPlaying(key);
      }}
    >
      {t('player.checkNow')}
    </Button>
  );
}
