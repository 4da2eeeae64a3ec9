import { useStore } from 'zustand';

import type { PlayerAction } from '~/task-view/keys/key-map';
import { PlayerStage } from '~/task-view/player/controls/player-stage';
import { useVideoKeys } from '~/task-view/player/controls/use-video-keys';
import { play, player } from '~/task-view/player/player';
import type { Card } from '~/task-view/use-card';
import { useEngine } from '~/engine/use-engine';
import { cn } from '~/ui/cn';

import { FOR_TALL } from './frame';
import { ReadyFace } from './ready-face';

/** The large video, with everything an editor needs to examine it. */
export function LargePlayer({
  card,
  onAction,
}: {
  card: Card;
  /** Handles actions beyond the video; returns whether anything was done. */
  onAction: (action: PlayerAction) => boolean;
}) {
  const engine = useEngine();
  const playing = useStore(player, ({ key, status }) => key === card.key && status === 'playing');
  // While it plays, the stage below handles the keys.
  useVideoKeys('player', (action) => {
    if (playing) return false;
    if (action !== 'toggle') return onAction(action);
    void play(engine, card.tracked);
    return true;
  });
  return (
    <div
      data-player=""
      className={cn(
        'relative grid aspect-video max-h-[78dvh] w-full overflow-clip bg-black text-white',
        card.task?.orientation === 'portrait' ? 'max-sm:aspect-9/16' : MAYBE_TALL,
      )}
    >
      <ReadyFace card={card}>
        <PlayerStage playKey={card.key} title={card.title} onAction={onAction} />
      </ReadyFace>
    </div>
  );
}

/** With room for the controls where a large font breaks them into lines. */
const MAYBE_TALL = `max-narrow:min-h-58 ${FOR_TALL}`;
