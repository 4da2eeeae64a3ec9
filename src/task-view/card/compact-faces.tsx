import { useT } from '~/i18n/use-t';
import type { Card } from '~/task-view/use-card';
import { useInShort } from '~/task-view/words/use-in-short';
import { Icon } from '~/ui/icons';

import type { Faces } from './frame';
import { HelpButton } from './help-button';
import { ReadyFace } from './ready-face';
import { RunningFace } from './running-face';

/** What the frame of a compact card draws: what a large one says at length is in the details. */
export const COMPACT_FACES: Faces = {
  waiting: QuietWords,
  running: Running,
  ready: Ready,
  failed: FailedWords,
  cancelled: QuietWords,
  problem: Problem,
  unclear: QuietWords,
  unchecked: QuietWords,
};

function Ready({ card }: { card: Card }) {
  return (
    <div className="absolute inset-0 text-small max-narrow:relative">
      <ReadyFace card={card} brief />
    </div>
  );
}

function Running({ card }: { card: Card }) {
  return <RunningFace card={card} brief />;
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
