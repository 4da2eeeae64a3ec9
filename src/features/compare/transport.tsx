import { useStore } from 'zustand';

import type { InStep } from '~/engine/media/in-step/in-step';
import { formatClock } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { IconButton } from '~/ui/icon-button';
import { Scrubber } from '~/ui/scrubber';
import { SpeedSelect } from '~/ui/speed-select';

export const COMPARE_SPEEDS = [0.25, 0.5, 1, 1.5, 2] as const;

/** Plays, pauses, steps and seeks all videos at once. */
export function Transport({
  inStep,
  speed,
  loop,
  onSpeed,
  onLoop,
}: {
  inStep: InStep;
  speed: number;
  loop: boolean;
  onSpeed: (speed: number) => void;
  onLoop: (loop: boolean) => void;
}) {
  const t = useT();
  const { time, duration, paused, waiting } = useStore(inStep.state);
  const clock = { time: formatClock(time, true), duration: formatClock(duration, true) };
  return (
    <div
      role="group"
      aria-label={t('compare.transport')}
      className="flex flex-wrap items-center gap-x-1 gap-y-2 rounded-2xl bg-[#14130f] px-3 py-2 text-white [&_button]:text-white! [&_button]:outline-white! [&_button:hover]:bg-white/20!"
    >
      <IconButton
        icon={paused ? 'play' : 'pause'}
        label={t(paused ? 'player.play' : 'player.pause')}
        aria-keyshortcuts="Space"
        onClick={() => (paused ? inStep.play() : inStep.pause())}
      />
      <IconButton
        icon="step-back"
        label={t('player.frameBack')}
        aria-keyshortcuts=","
        onClick={() => void inStep.step(-1)}
      />
      <IconButton
        icon="step-forward"
        label={t('player.frameOn')}
        aria-keyshortcuts="."
        onClick={() => void inStep.step(1)}
      />
      <Scrubber
        label={t('player.time')}
        valueText={t('player.timeOf', clock)}
        value={time}
        max={duration}
        onSeek={inStep.seek}
        className="mx-2 min-w-40 flex-1 max-sm:order-first max-sm:basis-full"
      />
      <span className="px-1 text-small digits">
        {waiting ? t('compare.waiting') : `${clock.time} / ${clock.duration}`}
      </span>
      <IconButton
        icon="loop"
        label={t('player.loop')}
        aria-pressed={loop}
        className={loop ? 'bg-white/25' : ''}
        onClick={() => onLoop(!loop)}
      />
      <SpeedSelect
        label={t('player.speed')}
        value={speed}
        choices={COMPARE_SPEEDS}
        onChange={onSpeed}
      />
    </div>
  );
}
