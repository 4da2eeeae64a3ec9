import { useRef } from 'react';

import { PlayerSlot } from '~/task-view/player/player-slot';
import { useT } from '~/i18n/use-t';

import type { PlayerAction } from '~/task-view/keys/key-map';
import { PickButton } from './pick-button';
import { PlayerBar } from './player-bar';
import type { PlayerCommand } from './player-controls';
import { useIdle } from './use-idle';
import { usePlayerControls } from './use-player-controls';
import { useVideoKeys } from './use-video-keys';

type Beyond = Exclude<PlayerAction, PlayerCommand>;

function isBeyond(action: PlayerAction): action is Beyond {
  return BEYOND.has(action);
}

const BEYOND: ReadonlySet<PlayerAction> = new Set<Beyond>([
  'pick',
  'still',
  'previousTask',
  'nextTask',
]);

/** The playing video with our controls and their keys. */
export function PlayerStage({
  playKey,
  title,
  onAction,
}: {
  playKey: string;
  title: string;
  /** Handles actions beyond the video; returns whether anything was done. */
  onAction: (action: PlayerAction) => boolean;
}) {
  const t = useT();
  const stage = useRef<HTMLDivElement>(null);
  const controls = usePlayerControls(stage);
  const idle = useIdle(stage);
  const byFinger = useRef(false);
  useVideoKeys('player', (action) => {
    if (isBeyond(action)) return onAction(action);
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
      <PlayerSlot playKey={playKey} title={title} controls={false} />
      {controls ? (
        <>
          {/* Clicking the picture, as in every player; keyboards and screen readers have the button. */}
          <div
            aria-hidden="true"
            className="absolute inset-0"
            onPointerDown={({ pointerType }) => {
              byFinger.current = pointerType === 'touch';
            }}
            // Before the stage hears of it, and they are there: a tap that finds no controls only brings them.
            onClickCapture={() => {
              const isHidden = idle && !controls.state.getState().paused;
              if (!(byFinger.current && isHidden)) controls.run('toggle');
            }}
            onDoubleClick={() => controls.run('fullscreen')}
          />
          <PlayerBar controls={controls} idle={idle}>
            <PickButton taskKey={playKey} onPick={() => onAction('pick')} />
          </PlayerBar>
        </>
      ) : null}
    </div>
  );
}
