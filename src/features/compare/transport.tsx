import { useStore } from 'zustand';

import { useT } from '~/i18n/use-t';
import {
  PlaybackButtons,
  TimeSlider,
  useClock,
} from '~/task-view/player/controls/playback-controls';
import { VideoButton } from '~/task-view/player/controls/video-button';
import { SpeedSelect } from '~/ui/speed-select';
import '~/ui/late-icons';

import { COMPARE_SPEEDS, type CompareControls } from './use-compare-controls';

/** Plays, pauses, steps and seeks all videos at once. */
export function Transport({ controls }: { controls: CompareControls }) {
  const t = useT();
  const waiting = useStore(controls.state, (state) => state.waiting);
  const { time, duration } = useClock(controls);
  return (
    <div
      role="group"
      aria-label={t('compare.transport')}
      className="flex flex-wrap items-center gap-x-1 gap-y-2 rounded-2xl bg-[#14130f] px-3 py-2 text-white"
    >
      <PlaybackButtons controls={controls} />
      <TimeSlider
        controls={controls}
        className="mx-2 min-w-40 flex-1 max-sm:order-first max-sm:basis-full"
      />
      <span className="px-1 text-small digits">
        {waiting ? t('compare.waiting') : `${time} / ${duration}`}
      </span>
      <VideoButton
        icon="loop"
        label={t('player.loop')}
        pressed={controls.loop}
        onPress={() => controls.setLoop(!controls.loop)}
      />
      <SpeedSelect
        label={t('player.speed')}
        value={controls.speed}
        choices={COMPARE_SPEEDS}
        onChange={controls.setSpeed}
      />
    </div>
  );
}
