import { useStore } from 'zustand';

import { formatClock } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import type { IconName } from '~/ui/icons';
import { Icon } from '~/ui/icons';
import { Scrubber } from '~/ui/scrubber';
import { SpeedSelect } from '~/ui/speed-select';

import { canPip, SPEEDS, type Command, type PlayerControls } from './commands';

/** Our own controls at the bottom of the video: native buttons, a native slider, a native list. */
export function Controls({ controls, idle }: { controls: PlayerControls; idle: boolean }) {
  const t = useT();
  const { time, duration, loaded, paused, muted, loop } = useStore(controls.store);
  const press = (command: Command) => ({ onPress: () => controls.run(command) });
  const clock = `${formatClock(time, true)} / ${formatClock(duration, true)}`;
  return (
    <div
      className={cn(
        'absolute inset-x-0 bottom-0 bg-[linear-gradient(to_top,rgb(0_0_0/0.75),transparent)] px-4 pt-12 pb-2.5 text-white transition-opacity focus-within:opacity-100 max-sm:px-2',
        idle && !paused ? 'opacity-0' : 'opacity-100',
      )}
    >
      <Scrubber
        label={t('player.time')}
        valueText={t('player.timeOf', {
          time: formatClock(time, true),
          duration: formatClock(duration, true),
        })}
        value={time}
        max={duration}
        loaded={loaded}
        onSeek={controls.seek}
      />
      <div className="mt-1 flex items-center gap-0.5 max-narrow:flex-wrap">
        <Key
          icon={paused ? 'play' : 'pause'}
          label={t(paused ? 'player.play' : 'player.pause')}
          keys="Space"
          {...press('toggle')}
        />
        <Key icon="step-back" label={t('player.frameBack')} keys="," {...press('frameBack')} />
        <Key icon="step-forward" label={t('player.frameOn')} keys="." {...press('frameOn')} />
        <span className="px-2 text-small whitespace-nowrap digits max-sm:px-1 max-sm:text-caption">
          {clock}
        </span>
        <span className="flex-1" />
        <Speed controls={controls} />
        <Key icon="loop" label={t('player.loop')} keys="R" pressed={loop} {...press('loop')} />
        <Key
          icon={muted ? 'mute' : 'volume'}
          label={t('player.mute')}
          keys="M"
          pressed={muted}
          {...press('mute')}
        />
        <Volume controls={controls} />
        <Key
          icon="pip"
          label={t(canPip() ? 'player.pip' : 'player.noPip')}
          keys="I"
          disabled={!canPip()}
          className="max-sm:hidden"
          {...press('pip')}
        />
        <Key icon="expand" label={t('player.fullscreen')} keys="F" {...press('fullscreen')} />
      </div>
    </div>
  );
}

function Speed({ controls }: { controls: PlayerControls }) {
  const t = useT();
  const speed = useStore(controls.store, (state) => state.speed);
  return (
    <SpeedSelect
      label={t('player.speed')}
      value={speed}
      choices={SPEEDS}
      onChange={controls.setSpeed}
    />
  );
}

function Volume({ controls }: { controls: PlayerControls }) {
  const t = useT();
  const { volume, muted } = useStore(controls.store);
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

function Key({
  icon,
  label,
  keys,
  pressed,
  disabled = false,
  className,
  onPress,
}: {
  icon: IconName;
  label: string;
  keys: string;
  /** For toggles: whether it is on. */
  pressed?: boolean;
  disabled?: boolean;
  className?: string;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      title={`${label} (${keys})`}
      disabled={disabled}
      onClick={onPress}
      className={cn(
        'grid size-9 flex-none cursor-pointer place-items-center rounded-lg outline-white hover:bg-white/20 focus-visible:outline-2 disabled:cursor-default disabled:opacity-40 max-sm:w-7.5',
        pressed && 'bg-white/25',
        className,
      )}
    >
      <Icon name={icon} className="size-4.5" />
    </button>
  );
}
