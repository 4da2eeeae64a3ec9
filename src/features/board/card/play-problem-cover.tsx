import { useStore } from 'zustand';

import { signInAgain } from '~/address/sign-in';
import type { NoClip } from '~/core/clip';
import { play, player } from '~/features/board/player/player';
import { PLAY_HELP, playWords } from '~/features/board/player/play-problems';
import { useTools } from '~/features/board/tools';
import type { Card } from '~/features/board/use-card';
import { useEngine } from '~/engine/tasks/use-engine';
import { noClipTitle } from '~/i18n/no-clip-title';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { openTab } from '~/ui/download';
import { useNow } from '~/ui/use-now';

import { TroubleFace } from './trouble-face';

/** Why the film does not play, in plain words, with what helps. */
export function PlayProblemCover({ card }: { card: Card }) {
  const t = useT();
  const now = useNow(10_000);
  const met = useStore(player, (state) => (state.status === 'problem' ? state.problem : null));
  if (met === null) return null;
  // A site that lets no page read its answer tells no reason; the link's own date does.
  const isOver = (card.task?.expiresAt ?? Infinity) <= now;
  const reason = met.reason === 'blocked' && isOver ? 'expired' : met.reason;
  const problem = { ...met, reason };
  const shutOut = reason === 'auth' && card.teamKey;
  return (
    <TroubleFace title={shutOut ? t(SHUT_OUT.title) : noClipTitle(problem, t)}>
      {t(shutOut ? SHUT_OUT.text : playWords(reason).text)}
      <span className="mt-2.5 flex flex-wrap gap-2">
        <Help card={card} problem={problem} />
      </span>
    </TroubleFace>
  );
}

/** Whoever pasted no key cannot change it. */
const SHUT_OUT = { title: 'problems.not_let_in.title', text: 'problems.not_let_in.try' } as const;

function Help({ card, problem }: { card: Card; problem: NoClip }) {
  const t = useT();
  const engine = useEngine();
  const { changeKey } = useTools();
  const { tracked, task } = card;
  const help = PLAY_HELP[problem.reason];
  const link = task?.video?.kind === 'link' ? task.video.url : null;
  const again = (large: boolean): void => void play(engine, tracked, { large });
  return (
    <>
      {help === 'change-key' && card.teamKey ? (
        <Button size="sm" icon="key" onClick={signInAgain}>
          {t('problems.help.signIn')}
        </Button>
      ) : help === 'change-key' ? (
        <Button size="sm" icon="key" onClick={() => changeKey(tracked)}>
          {t('problems.help.changeKey')}
        </Button>
      ) : null}
      {help === 'load-anyway' ? (
        <Button size="sm" icon="play" onClick={() => again(true)}>
          {t('player.loadAnyway')}
        </Button>
      ) : (
        <Button size="sm" icon="refresh" onClick={() => again(false)}>
          {t(help === 'fresh-link' ? 'player.checkNow' : 'player.again')}
        </Button>
      )}
      {link === null ? null : (
        <Button size="sm" icon="external" onClick={() => openTab(link)}>
          {t('player.openTab')}
        </Button>
      )}
    </>
  );
}
