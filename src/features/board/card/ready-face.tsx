import { useStore } from 'zustand';

import { PlayerSlot } from '~/features/board/player/player-slot';
import { play, player } from '~/features/board/player/player';
import type { Card } from '~/features/board/use-card';
import { useEngine } from '~/engine/tasks/use-engine';
import { formatClock } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';

import { Backdrop } from './backdrop';
import { FetchingCover } from './fetching-cover';
import { Picture } from './picture';
import { PlayProblemCover } from './play-problem-cover';
import { sizeWord } from './facts';

/** The film: its picture and a play button, then the film itself, in the same place. */
export function ReadyFace({ card }: { card: Card }) {
  const { key, task, title } = card;
  const status = useStore(player, (now) => (now.key === key ? now.status : 'idle'));
  const poster = task?.thumbnail ?? null;
  const portrait = task?.orientation === 'portrait';
  const playing = status === 'playing';
  return (
    <>
      <Backdrop
        seed={key}
        image={poster ?? task?.images[0] ?? null}
        sharp={poster !== null && !portrait && !playing}
      />
      {poster !== null && portrait && !playing ? (
        <Picture
          quiet
          src={poster}
          className="absolute inset-y-0 left-1/2 h-full max-w-full -translate-x-1/2 object-contain"
        />
      ) : null}
      {playing ? (
        <PlayerSlot playKey={key} title={title} />
      ) : status === 'fetching' ? (
        <FetchingCover playKey={key} />
      ) : status === 'problem' ? (
        <PlayProblemCover card={card} />
      ) : (
        <Cover card={card} />
      )}
    </>
  );
}

function Cover({ card: { tracked, task } }: { card: Card }) {
  const t = useT();
  const engine = useEngine();
  const video = task?.video ?? null;
  const badge = [
    task?.seconds ? formatClock(Math.round(task.seconds)) : null,
    task ? sizeWord(task, t) : null,
  ].filter((part) => part !== null);
  return (
    <>
      {video === null ? null : (
        <button
          type="button"
          aria-label={t('player.play')}
          onClick={() => void play(engine, tracked, video)}
          className="group/play absolute inset-0 grid cursor-pointer place-items-center focus-ring focus-visible:-outline-offset-2"
        >
          <span
            className={cn(
              'grid size-[54px] place-items-center rounded-full bg-white/94 text-[#111] shadow-[0_6px_24px_rgb(0_0_0/0.3)]',
              'transition-transform group-hover/play:scale-105',
            )}
          >
            <Icon name="play" className="ml-[3px] size-5" />
          </span>
        </button>
      )}
      {tracked.seenAt === null ? (
        <span className="pointer-events-none absolute top-2.5 left-2.5 rounded-md bg-accent px-2 py-px text-[11.5px] font-semibold text-accent-ink">
          {t('card.new')}
        </span>
      ) : null}
      {badge.length > 0 ? (
        <span className="pointer-events-none absolute right-2.5 bottom-2.5 rounded-md bg-black/62 px-[7px] py-px text-xs tabular-nums">
          {badge.join(' · ')}
        </span>
      ) : null}
    </>
  );
}
