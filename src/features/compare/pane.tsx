import { useEffect, useRef, type CSSProperties } from 'react';

import { refKey } from '~/core/answer';
import { titleOf } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import { useAnswer } from '~/engine/tasks/use-answers';
import { useEngine } from '~/engine/tasks/use-engine';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { IconButton } from '~/ui/icon-button';

import { useClip } from './use-clip';

/** One of the films that are compared, with its name and what concerns it alone. */
export function Pane({
  tracked,
  n,
  audible,
  over,
  clip,
  onFilm,
  onHear,
  onRemove,
}: {
  tracked: TrackedTask;
  /** Its number, from 1: the key that makes it heard. */
  n: number;
  audible: boolean;
  /** The films lie over one another. */
  over: boolean;
  /** What of it is seen then. */
  clip: CSSProperties;
  onFilm: (n: number, film: HTMLVideoElement | null) => void;
  onHear: () => void;
  onRemove: () => void;
}) {
  const t = useT();
  const film = useRef<HTMLVideoElement>(null);
  const { task } = useAnswer(tracked);
  const title = titleOf(tracked, task);
  const status = useClip(tracked, film);
  const picked = tracked.pickedAt !== null;

  useEffect(() => {
    onFilm(n, film.current);
    return () => onFilm(n, null);
  }, [n, onFilm]);

  return (
    <article aria-label={title} className={cn('flex min-w-0 flex-col gap-2', over && 'contents')}>
      <div
        className={cn(
          'overflow-hidden bg-black',
          over ? 'absolute inset-0' : 'relative aspect-video rounded-2xl',
          picked && !over && 'outline-2 outline-offset-2 outline-accent',
        )}
        style={over ? clip : {}}
      >
        <video
          ref={film}
          playsInline
          preload="auto"
          aria-label={title}
          className="absolute inset-0 size-full object-contain"
        />
        {status === 'ready' ? null : (
          <p className="absolute inset-0 grid place-items-center p-6 text-center text-white">
            {status === 'loading'
              ? t('player.fetching')
              : t(`player.${status}.title`, { size: '' })}
          </p>
        )}
      </div>
      {over ? null : (
        <PaneBar
          n={n}
          tracked={tracked}
          title={title}
          audible={audible}
          onHear={onHear}
          onRemove={onRemove}
        />
      )}
    </article>
  );
}

/** The line of a film: its number and name, whether it is heard, picked, or goes. */
export function PaneBar({
  n,
  tracked,
  title,
  audible,
  onHear,
  onRemove,
}: {
  n: number;
  tracked: TrackedTask;
  title: string;
  audible: boolean;
  onHear: () => void;
  onRemove: () => void;
}) {
  const t = useT();
  const engine = useEngine();
  const picked = tracked.pickedAt !== null;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1.5">
      <span
        aria-hidden="true"
        className="grid size-6 flex-none place-items-center rounded-md bg-sunken text-xs font-semibold digits"
      >
        {n}
      </span>
      <h2 className="min-w-0 flex-1 truncate font-semibold" title={title}>
        {title}
      </h2>
      <IconButton
        size="sm"
        icon={audible ? 'volume' : 'mute'}
        label={t('compare.hear', { n })}
        aria-keyshortcuts={String(n)}
        aria-pressed={audible}
        onClick={onHear}
      />
      <IconButton
        size="sm"
        icon="star"
        label={t('compare.pick')}
        aria-keyshortcuts="P"
        aria-pressed={picked}
        className={picked ? 'text-accent! [&_svg]:fill-current' : ''}
        onClick={() => engine.pick(refKey(tracked), !picked)}
      />
      <IconButton size="sm" icon="close" label={t('compare.remove')} onClick={onRemove} />
    </div>
  );
}
