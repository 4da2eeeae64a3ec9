import { useStore } from 'zustand';

import { play, player, stopPlaying } from '~/features/board/player/player';
import { PLAY_HELP, playWords, type PlayHelp } from '~/features/board/player/play-problems';
import { openTab } from '~/features/board/player/save';
import { useOpenOverlay } from '~/features/board/tools';
import type { Card } from '~/features/board/use-card';
import { useEngine } from '~/engine/tasks/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { TroubleFace } from './trouble-face';

/** Why the film does not play, in plain words, with what helps. */
export function PlayProblemCover({ card }: { card: Card }) {
  const t = useT();
  const problem = useStore(player, (now) => (now.status === 'problem' ? now.problem : null));
  if (problem === null) return null;
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
  const open = useOpenOverlay();
  const video = task?.video ?? null;
  if (help === 'change-key') {
    return (
      <Button size="sm" icon="key" onClick={() => open({ kind: 'key', key })}>
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
