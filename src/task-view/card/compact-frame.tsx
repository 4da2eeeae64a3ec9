import type { ComponentType } from 'react';

import { estimate } from '~/engine/look-ups/forecast/estimate';
import { useEngine } from '~/engine/use-engine';
import { formatClock, formatNumber, formatPercent } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';
import type { Card } from '~/task-view/use-card';
import type { Face } from '~/task-view/words/face';
import { useInShort } from '~/task-view/words/use-in-short';
import { Icon } from '~/ui/icons';
import { ProgressBar } from '~/ui/progress-bar';

import { Backdrop } from './backdrop';
import { HelpButton } from './help-button';
import { ReadyFace } from './ready-face';
import { timeSentence } from './running-face';

/** The frame of a compact card: what a large one says at length is in the details. */
export function CompactFrame({ card }: { card: Card }) {
  const FaceNow = FACES[card.face];
  return (
    <div className="relative grid aspect-video flex-none overflow-clip bg-sunken text-white">
      <FaceNow card={card} />
    </div>
  );
}

const FACES = {
  waiting: QuietWords,
  running: Running,
  ready: Ready,
  failed: FailedWords,
  cancelled: QuietWords,
  problem: Problem,
  unclear: QuietWords,
  unchecked: QuietWords,
} as const satisfies Record<Face, ComponentType<{ card: Card }>>;

function Ready({ card }: { card: Card }) {
  return (
    <div className="absolute inset-0 text-small max-narrow:relative">
      <ReadyFace card={card} brief />
    </div>
  );
}

function Running({ card: { key, answer, task, tracked } }: { card: Card }) {
  const t = useT();
  const now = useNow(1000);
  const engine = useEngine();
  const said = estimate(answer, engine.usual(tracked), now);
  const percent = said.shownProgress;
  return (
    <>
      <Backdrop seed={key} image={task?.thumbnail ?? task?.images[0] ?? null} />
      <div className="absolute inset-x-0 bottom-0 h-[70%] bg-[linear-gradient(transparent,rgb(0_0_0/0.62))]" />
      <div className="absolute right-3.5 bottom-3.5 left-3.5 flex items-end justify-between gap-2 digits">
        <span className="text-headline leading-none font-semibold">
          {percent === null ? (
            formatClock((said.elapsedMs ?? 0) / 1000)
          ) : (
            <>
              {formatNumber(Math.floor(percent))}
              <small className="ml-px text-small font-medium opacity-80">%</small>
            </>
          )}
        </span>
        <span className="line-clamp-2 text-right text-caption leading-tight opacity-92">
          {timeSentence(said, t)}
        </span>
      </div>
      <ProgressBar
        label={t('card.progress')}
        value={percent}
        valueText={percent === null ? undefined : formatPercent(percent)}
        className="absolute! inset-x-0 bottom-0 h-1! rounded-none"
        trackClassName="bg-white/22"
      />
    </>
  );
}

function QuietWords({ card }: { card: Card }) {
  const t = useT();
  const words = useInShort(card) ?? t(card.pill.word);
  return (
    <div className="grid place-items-center px-3 text-center">
      <p className="line-clamp-2 font-semibold text-ink">{words}</p>
    </div>
  );
}

function Problem({ card }: { card: Card }) {
  const words = useInShort(card);
  return (
    <div className="flex flex-col items-center justify-center gap-1.5 px-2.5 text-center">
      <p className="line-clamp-2 text-small font-semibold text-ink">{words}</p>
      {card.trouble === null ? null : <HelpButton card={card} trouble={card.trouble} />}
    </div>
  );
}

function FailedWords({ card }: { card: Card }) {
  const words = useInShort(card);
  return (
    <div className="flex items-end bg-bad-soft px-3 pb-2.5">
      <p className="flex gap-1.5 font-semibold text-bad-ink">
        <Icon name="warning" className="mt-0.5" />
        <span className="line-clamp-2">{words}</span>
      </p>
    </div>
  );
}
