import { useEffect, useEffectEvent, useRef } from 'react';
import { useStore } from 'zustand';

import { openDialog } from '~/address/dialogs';
import { signInAgain } from '~/address/sign-in';
import { linkOf } from '~/core/has-video';
import { play, player, stopPlaying } from '~/task-view/player/player';
import { playTroubleOf, playWords, type PlayHelp } from '~/task-view/words/play-problems';
import type { Card } from '~/task-view/use-card';
import { keysOf } from '~/engine/answers/service-keys';
import { useConnections, useEngine } from '~/engine/use-engine';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { openTab } from '~/ui/download';
import type { IconName } from '~/ui/icons';
import { useNow } from '~/platform/use-now';
import '~/ui/late-icons';

import { TroubleFace } from './trouble-face';

/** Why the video does not play, in plain words, with what helps. */
export function PlayProblemCover({ card: { key, tracked, task, teamKey, whole } }: { card: Card }) {
  const t = useT();
  const engine = useEngine();
  const now = useNow(10_000);
  useKeyCame(tracked.base, () => stopPlaying(key));
  const met = useStore(player, (state) => (state.status === 'problem' ? state.problem : null));
  if (met === null) return null;
  const link = linkOf(task);
  const trouble = playTroubleOf(met, { link, expiresAt: task?.expiresAt ?? null, teamKey }, now);
  const words = playWords(trouble, t);
  const again = (large: boolean) => () => void play(engine, tracked, { large });
  const runs: Record<PlayHelp, () => void> = {
    again: again(false),
    'fresh-link': again(false),
    'paste-key': () => openDialog({ kind: 'change-key', wanted: tracked }),
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

/** Once there is a key that works, where there was none, what was said for want of one is no longer true. */
function useKeyCame(base: string, onKey: () => void): void {
  const lost = useConnections((state) => keysOf(state, base).loss !== null);
  const wasLost = useRef(lost);
  const come = useEffectEvent(onKey);
  useEffect(() => {
    if (wasLost.current && !lost) come();
    wasLost.current = lost;
  }, [lost]);
}

const LOOKS = {
  again: { icon: 'refresh', label: 'player.again' },
  'fresh-link': { icon: 'refresh', label: 'player.checkNow' },
  'paste-key': { icon: 'key', label: 'problems.help.pasteKey' },
  'change-key': { icon: 'key', label: 'problems.help.changeKey' },
  'sign-in': { icon: 'key', label: 'problems.help.signIn' },
  'load-anyway': { icon: 'play', label: 'player.loadAnyway' },
  'open-tab': { icon: 'external', label: 'player.openTab' },
} as const satisfies Record<PlayHelp, { icon: IconName; label: MessageKey }>;
