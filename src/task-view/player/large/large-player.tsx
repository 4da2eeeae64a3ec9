import { useRef } from 'react';
import { useStore } from 'zustand';

import { ReadyFace } from '~/task-view/card/ready-face';
import { play, player } from '~/task-view/player/player';
import { PlayerSlot } from '~/task-view/player/player-slot';
import type { Card } from '~/task-view/use-card';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';

import { Controls } from './controls';
import type { KeyAction } from './key-map';
import { usePlayerControls } from './use-player-controls';
import { useIdle } from './use-idle';
import { usePlayerKeys } from './use-player-keys';

/** The large video, with everything an editor needs to examine it. */
export function LargePlayer({
  card,
  onAction,
}: {
  card: Card;
  /** Handles actions beyond the video; returns whether anything was done. */
  onAction: (action: KeyAction) => boolean;
}) {
  const engine = useEngine();
  const playing = useStore(player, ({ key, status }) => key === card.key && status === 'playing');
  // While it plays, the stage below handles the keys.
  usePlayerKeys((action) => {
    if (playing) return false;
    if (action !== 'toggle') return onAction(action);
    void play(engine, card.tracked);
    return true;
  });
  return (
    <div className="relative grid aspect-video max-h-[78dvh] w-full overflow-clip bg-black text-white">
      <ReadyFace card={card}>
        <Stage card={card} onAction={onAction} />
      </ReadyFace>
    </div>
  );
}

function Stage({ card, onAction }: { card: Card; onAction: (action: KeyAction) => boolean }) {
  const t = useT();
  const stage = useRef<HTMLDivElement>(null);
  const controls = usePlayerControls(stage);
  const idle = useIdle(stage);
  usePlayerKeys((action) => {
    if (action === 'still' || action === 'previousTask' || action === 'nextTask') {
      return onAction(action);
    }
    controls?.run(action);
    return controls !== null;
  });
  return (
    <div
      ref={stage}
      role="group"
      aria-label={t('player.stage')}
      className="absolute inset-0 bg-black"
    >
      <PlayerSlot playKey={card.key} title={card.title} controls={false} />
      {controls ? (
        <>
          {/* Clicking the picture, as in every player; keyboards and screen readers have the button. */}
          <div
            aria-hidden="true"
            className="absolute inset-0"
            onClick={() => controls.run('toggle')}
            onDoubleClick={() => controls.run('fullscreen')}
          />
          <Controls controls={controls} idle={idle} />
        </>
      ) : null}
    </div>
  );
}
