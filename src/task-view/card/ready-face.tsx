import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';

import { hoverPreview } from '~/task-view/player/hover-preview';
import { play, player } from '~/task-view/player/player';
import { PreviewSlot, PlayerSlot } from '~/task-view/player/player-slot';
import { useHoverPreview } from '~/task-view/player/use-hover-preview';
import { usePoster } from '~/task-view/player/use-poster';
import { isEmpty } from '~/core/has-video';
import type { Card } from '~/task-view/use-card';
import { useEngine } from '~/engine/use-engine';
import { useMedia } from '~/engine/use-media';
import { withWords } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';
import { lateCode } from '~/ui/late-code';

import { Backdrop } from './backdrop';
import { NoVideoCover } from './no-video-cover';
import { PickStar } from './pick-star';
import { clockOf, inOneLine, sizeWord } from '~/task-view/words/facts';

/** The poster with a play button, then the video itself in the same place. */
export function ReadyFace({
  card,
  brief = false,
  children,
}: {
  card: Card;
  /** Where there is little room. */
  brief?: boolean;
  children?: ReactNode;
}) {
  const { key, task, title, tracked, video } = card;
  const status = useStore(player, (now) => (now.key === key ? now.status : 'idle'));
  const previews = useStore(hoverPreview, (now) => now.key === key);
  const handlers = useHoverPreview(tracked, status === 'idle' && video !== null);
  const { picture, ...heard } = usePoster(card);
  const [isTall, setTall] = useState<boolean | null>(null);
  const framed = picture instanceof HTMLCanvasElement ? picture.height > picture.width : isTall;
  const playing = status === 'playing';
  const covers = useCovers(status === 'problem' || status === 'fetching');
  return (
    <div className="absolute inset-0 max-narrow:contents" {...handlers}>
      <Backdrop
        {...heard}
        seed={key}
        image={picture === undefined ? null : (picture ?? task?.images[0] ?? null)}
        sharp={picture != null && !playing && !previews}
        whole={framed ?? task?.orientation === 'portrait'}
        {...(picture ? { onTall: setTall } : {})}
      />
      {previews ? <PreviewSlot /> : null}
      {playing ? (
        (children ?? (
          <>
            <PlayerSlot playKey={key} title={title} />
            <PickStar card={card} />
          </>
        ))
      ) : covers === null ? (
        <Cover card={card} brief={brief} />
      ) : status === 'fetching' ? (
        <covers.FetchingCover playKey={key} />
      ) : (
        <covers.PlayProblemCover card={card} />
      )}
    </div>
  );
}

const useCovers = lateCode(withWords(['later'], async () => import('./late-covers')));

function Cover({ card, brief }: { card: Card; brief: boolean }) {
  const { key, tracked, task, answer, whole, video } = card;
  const t = useT();
  const engine = useEngine();
  const { keeping } = useMedia();
  const kept = useStore(keeping.state, (state) => state.kept.has(key));
  // A copy in this browser plays whatever the service says.
  if (!kept && isEmpty(answer)) return <NoVideoCover card={card} />;
  const badge = task ? inOneLine(clockOf(task), brief ? null : sizeWord(task, t)) : '';
  return (
    <>
      {task?.video == null ? null : (
        <button
          type="button"
          aria-label={`${t('player.play')} ${whole}`}
          data-cover
          onClick={() => void play(engine, tracked)}
          className="group/play absolute inset-0 grid cursor-pointer place-items-center focus-over"
        >
          <span
            className={cn(
              brief ? 'size-9' : 'size-13.5',
              'grid place-items-center rounded-full bg-white/94 text-[#111] lift-menu',
              'fades group-hover/play:scale-105',
            )}
          >
            <Icon name="play" className="ms-0.75 size-5" />
          </span>
        </button>
      )}
      {kept ? (
        <span className="pointer-events-none absolute top-3.5 end-12 rounded-md bg-black/62 px-2 py-px text-caption font-semibold">
          {t('keep.kept')}
        </span>
      ) : null}
      {tracked.seenAt === null ? (
        <span className="pointer-events-none absolute bottom-2.5 start-2.5 rounded-md bg-accent px-2 py-px text-caption font-semibold text-accent-ink">
          {t('card.new')}
        </span>
      ) : null}
      {video === null ? null : <PickStar card={card} />}
      {badge === '' ? null : (
        <span className="pointer-events-none absolute end-2.5 bottom-2.5 rounded-md bg-black/62 px-1.75 py-px text-caption digits">
          {badge}
        </span>
      )}
    </>
  );
}
