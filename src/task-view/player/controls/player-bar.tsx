import type { ReactNode } from 'react';
import { useStore } from 'zustand';

import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { SpeedSelect } from '~/ui/speed-select';
import '~/ui/late-icons';

import { PlaybackButtons, TimeSlider, useClock } from './playback-controls';
import { canPip, SPEEDS, type PlayerCommand, type PlayerControls } from './player-controls';
import { VideoButton } from './video-button';

/** Our own controls at the bottom of the video: native buttons, a native slider, a native list. */
export function PlayerBar({
  controls,
  idle,
  children,
}: {
  controls: PlayerControls;
  idle: boolean;
  /** What is done with the task. */
  children: ReactNode;
}) {
  const t = useT();
  const { loaded, paused, muted, loop, speed, captions } = useStore(controls.state);
  const { time, duration } = useClock(controls);
  const press = (command: PlayerCommand) => ({ onPress: () => controls.run(command) });
  return (
    <div
      className={cn(
        'absolute inset-x-0 bottom-0 scrim px-4 pb-2.5 text-white fades max-sm:px-0',
        // A finger leaves the focus behind, a keyboard is still there.
        'has-focus-visible:pointer-events-auto has-focus-visible:opacity-100',
        idle && !paused ? 'pointer-events-none opacity-0' : 'opacity-100',
      )}
    >
      <div className="flex items-center max-sm:px-4">
        <TimeSlider controls={controls} loaded={loaded} className="flex-1" />
        <span className="ps-4 text-caption digits sm:hidden">{time}</span>
      </div>
      <div className="mt-1 flex items-center gap-0.5 max-sm:flex-wrap max-sm:gap-0">
        <PlaybackButtons controls={controls} />
        <span className="px-2 text-small whitespace-nowrap digits max-sm:hidden">
          {`${time} / ${duration}`}
        </span>
        <span className="flex-1" />
        {children}
        <SpeedSelect
          label={t('player.speed')}
          value={speed}
          choices={SPEEDS}
          onChange={controls.setSpeed}
        />
        {captions === null ? null : (
          <VideoButton
            icon="captions"
            label={t('player.captions')}
            pressed={captions}
            onPress={controls.toggleCaptions}
          />
        )}
        <VideoButton
          icon="loop"
          label={t('player.loop')}
          keys="R"
          pressed={loop}
          {...press('loop')}
        />
        <VideoButton
          icon={muted ? 'mute' : 'volume'}
          label={t('player.mute')}
          keys="M"
          pressed={muted}
          {...press('mute')}
        />
        <Volume controls={controls} />
        <VideoButton
          icon="pip"
          label={t(canPip() ? 'player.pip' : 'player.noPip')}
          keys="I"
          disabled={!canPip()}
          className="max-sm:hidden"
          {...press('pip')}
        />
        <VideoButton
          icon="expand"
          label={t('player.fullscreen')}
          keys="F"
          {...press('fullscreen')}
        />
      </div>
    </div>
  );
}

function Volume({ controls }: { controls: PlayerControls }) {
  const t = useT();
  const { volume, muted } = useStore(controls.state);
  return (
    <input
      type="range"
      data-arrows
      aria-label={t('player.volume')}
      min={0}
      max={1}
      step={0.05}
      value={muted ? 0 : volume}
      onChange={(event) => controls.setVolume(event.target.valueAsNumber)}
      className="h-9 w-16 cursor-pointer accent-white outline-white focus-visible:outline-2 max-md:hidden"
    />
  );
}
