import { useStore } from 'zustand';

import { formatClock } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { Scrubber } from '~/ui/scrubber';
import '~/ui/late-icons';

import type { PlaybackCommand, VideoControls } from './playback';
import { VideoButton } from './video-button';

/** Play or pause, and a frame back or forward. */
export function PlaybackButtons({ controls }: { controls: VideoControls }) {
  const t = useT();
  const paused = useStore(controls.state, (state) => state.paused);
  const press = (command: PlaybackCommand) => ({ onPress: () => controls.run(command) });
  return (
    <>
      <VideoButton
        icon={paused ? 'play' : 'pause'}
        label={t(paused ? 'player.play' : 'player.pause')}
        keys="Space"
        {...press('toggle')}
      />
      <VideoButton
        icon="step-back"
        label={t('player.frameBack')}
        keys=","
        {...press('frameBack')}
      />
      <VideoButton icon="step-forward" label={t('player.frameOn')} keys="." {...press('frameOn')} />
    </>
  );
}

/** Where it is, and seeking. */
export function TimeSlider({
  controls,
  ...rest
}: {
  controls: VideoControls;
  /** Seconds loaded from the start. */
  loaded?: number;
  className?: string;
}) {
  const t = useT();
  const { time, duration } = useStore(controls.state);
  return (
    <Scrubber
      label={t('player.time')}
      valueText={t('player.timeOf', useClock(controls))}
      value={time}
      max={duration}
      onSeek={controls.seek}
      {...rest}
    />
  );
}

/** Its time and its length as text, to the tenth of a second. */
export function useClock({ state }: VideoControls): { time: string; duration: string } {
  const { time, duration } = useStore(state);
  return { time: formatClock(time, true), duration: formatClock(duration, true) };
}
