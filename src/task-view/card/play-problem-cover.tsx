import { useStore } from 'zustand';

import { openDialog } from '~/address/dialogs';
import { signInAgain } from '~/address/sign-in';
import { linkOf } from '~/core/has-video';
import { play, player } from '~/task-view/player/player';
import { playTroubleOf, playWords, type PlayHelp } from '~/task-view/words/play-problems';
import type { Card } from '~/task-view/use-card';
import { useEngine } from '~/engine/use-engine';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { openTab } from '~/ui/download';
import type { IconName } from '~/ui/icons';
import { useNow } from '~/platform/use-now';
import '~/ui/late-icons';

import { TroubleFace } from './trouble-face';

/** Why the video does not play, in plain words, with what helps. */
export function PlayProblemCover({ card: { tracked, task, teamKey, whole } }: { card: Card }) {
  const t = useT();
  const engine = useEngine();
  const now = useNow(10_000);
  const met = useStore(player, (state) => (state.status === 'problem' ? state.problem : null));
  if (met === null) return null;
  const link = linkOf(task);
  const trouble = playTroubleOf(met, { link, expiresAt: task?.expiresAt ?? null, teamKey }, now);
  const words = playWords(trouble, t);
  const again = (large: boolean) => () => void play(engine, tracked, { large });
  const runs: Record<PlayHelp, () => void> = {
    again: again(false),
    'fresh-link': again(false),
    'change-key': () => openDialog({ kind: 'change-key', wanted: tracked }),
    'sign-in': signInAgain,
    'load-anyway': again(true),
    'open-tab': () => link !== null && openTab(link),
  };
  return (
    <TroubleFace
      title={words.title}
      met={trouble.shutOut ? 'trouble.not_let_in' : `play.${trouble.problem.reason}`}
    >
      {words.text}
      <span className="mt-2.5 flex flex-wrap gap-2">
        {trouble.help.map((help) => (
          <Button
            key={help}
            size="sm"
            icon={LOOKS[help].icon}
            aria-label={`${t(LOOKS[help].label)} ${whole}`}
            onClick={runs[help]}
          >
            {t(LOOKS[help].label)}
          </Button>
        ))}
      </span>
    </TroubleFace>
  );
}

const LOOKS = {
  again: { icon: 'refresh', label: 'player.again' },
  'fresh-link': { icon: 'refresh', label: 'player.checkNow' },
  'change-key': { icon: 'key', label: 'problems.help.changeKey' },
  'sign-in': { icon: 'key', label: 'problems.help.signIn' },
  'load-anyway': { icon: 'play', label: 'player.loadAnyway' },
  'open-tab': { icon: 'external', label: 'player.openTab' },
} as const satisfies Record<PlayHelp, { icon: IconName; label: MessageKey }>;
