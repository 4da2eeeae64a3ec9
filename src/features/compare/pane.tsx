import { useEffect, useRef, useState, type CSSProperties } from 'react';

import { refKey } from '~/core/answer';
import { isTerminal } from '~/core/task';
import { titleOf, wholeTitle } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import { useAnswer } from '~/engine/use-answers';
import { useEngine } from '~/engine/use-engine';
import { noVideoTitle } from '~/i18n/no-video-title';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { useShortcut } from '~/task-view/keys/use-shortcut';
import { cn } from '~/ui/cn';
import { IconButton } from '~/ui/icon-button';
import '~/ui/late-icons';

import { useVideo, type VideoStatus } from './use-video';

interface BarProps {
  tracked: TrackedTask;
  /** Its number, from 1; that key unmutes it. */
  n: number;
  /** How many are compared. */
  count: number;
  audible: boolean;
  onHear: () => void;
  /** Puts it into another place, from 1. */
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One of the compared videos, with its name and its own controls. */
export function Pane({
  over,
  clipStyle,
  onElement,
  ...bar
}: BarProps & {
  /** The videos lie on top of each other. */
  over: boolean;
  /** The visible part in that case. */
  clipStyle: CSSProperties;
  onElement: (key: string, element: HTMLVideoElement | null) => void;
}) {
  const { tracked, n } = bar;
  const engine = useEngine();
  const element = useRef<HTMLVideoElement>(null);
  const { task } = useAnswer(tracked);
  const title = wholeTitle(titleOf(tracked, task), tracked.shot);
  const key = refKey(tracked);
  const [large, setLarge] = useState(false);
  const isReady = task?.video != null || (task !== null && isTerminal(task.state));
  const status = useVideo(tracked, element, large, isReady);
  const picked = tracked.pickedAt !== null;

  // Whoever has compared it has seen it.
  useEffect(() => {
    if (status === 'ready') engine.markSeen([key]);
  }, [engine, key, status]);
  useEffect(() => {
    onElement(key, element.current);
    return () => onElement(key, null);
  }, [key, onElement]);

  const notice =
    status === 'ready' ? null : (
      <Notice
        status={status}
        isReady={isReady}
        half={over ? (n === 1 ? 'left' : 'right') : null}
        onLoad={() => setLarge(true)}
      />
    );
  return (
    <article aria-label={title} className={cn('flex min-w-0 flex-col gap-2', over && 'contents')}>
      <div
        className={cn(
          'overflow-hidden bg-black',
          over ? 'absolute inset-0' : 'relative aspect-video rounded-2xl',
          picked && !over && 'outline-2 outline-offset-2 outline-accent',
        )}
        style={over ? clipStyle : {}}
      >
        <video
          ref={element}
          playsInline
          preload="auto"
          aria-label={title}
          className="absolute inset-0 size-full object-contain"
        />
        {over ? null : notice}
      </div>
      {over ? notice : <PaneBar {...bar} />}
    </article>
  );
}

/** What is shown until there is a picture, with what helps. */
function Notice({
  status,
  isReady,
  half,
  onLoad,
}: {
  status: Exclude<VideoStatus, 'ready'>;
  isReady: boolean;
  /** In a wipe, the side on which this video is visible, so that the divider does not cut the text off. */
  half: 'left' | 'right' | null;
  onLoad: () => void;
}) {
  const t = useT();
  return (
    <div
      className={cn('absolute inset-0 grid place-items-center p-6', half && 'z-20')}
      style={half ? HALVES[half] : {}}
    >
      <div className="flex flex-col items-center gap-3 text-center text-white">
        {status === 'loading'
          ? t(isReady ? 'player.fetching' : 'compare.notReady')
          : noVideoTitle(status, t)}
        {status !== 'loading' && status.reason === 'large' ? (
          <Button size="sm" icon="play" onClick={onLoad}>
            {t('player.loadAnyway')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

const HALVES = {
  left: { right: '50%' },
  right: { left: '50%' },
} as const satisfies Record<string, CSSProperties>;

/** A video's number and name, whether it is audible or picked, and a button to remove it. */
export function PaneBar({ tracked, n, count, audible, onHear, onMove, onRemove }: BarProps) {
  const t = useT();
  const engine = useEngine();
  const title = titleOf(tracked, useAnswer(tracked).task);
  const picked = tracked.pickedAt !== null;
  const to = (n % count) + 1;
  const hearKey = useShortcut(String(n));
  const pickKey = useShortcut('P');
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1.5" data-pane={n}>
      {count > 1 ? (
        <button
          type="button"
          aria-label={t('compare.move', { n, to })}
          title={t('compare.move', { n, to })}
          onClick={() => onMove(to)}
          className={cn(NUMBER, 'cursor-pointer focus-ring hover:bg-accent hover:text-accent-ink')}
        >
          {n}
        </button>
      ) : (
        <span aria-hidden="true" className={NUMBER}>
          {n}
        </span>
      )}
      <h2 className="min-w-0 flex-1 truncate font-semibold" title={title}>
        {title}
      </h2>
      <IconButton
        size="sm"
        icon={audible ? 'volume' : 'mute'}
        label={t('compare.hear', { n })}
        aria-keyshortcuts={hearKey}
        aria-pressed={audible}
        onClick={onHear}
      />
      <IconButton
        size="sm"
        icon="star"
        label={t('compare.picked')}
        title={t(picked ? 'compare.picked' : 'compare.notPicked')}
        aria-keyshortcuts={pickKey}
        aria-pressed={picked}
        className={picked ? 'text-accent! [&_svg]:fill-current' : ''}
        onClick={() => engine.pick(refKey(tracked), !picked)}
      />
      <IconButton size="sm" icon="close" label={t('compare.remove')} onClick={onRemove} />
    </div>
  );
}

const NUMBER =
  'grid size-8 flex-none place-items-center rounded-md bg-sunken text-caption font-semibold digits';
