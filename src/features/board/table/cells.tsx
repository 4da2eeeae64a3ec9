import type { ComponentType } from 'react';

import { changeView } from '~/address/use-view';
import { timesOf } from '~/core/times';
import type { ColumnId } from '~/core/table-columns';
import { estimate } from '~/engine/look-ups/forecast/estimate';
import { useEngine } from '~/engine/use-engine';
import { SmallPicture } from '~/features/board/small-picture';
import { formatCoarsely, formatPercent } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';
import type { Card } from '~/task-view/use-card';
import { useTextLanguage } from '~/task-view/words/use-text-language';
import { useInShort } from '~/task-view/words/use-in-short';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';
import { Pill } from '~/ui/pill';
import { ProgressBar } from '~/ui/progress-bar';

import { cellText } from './cell-text';

/** The cells that show more than a text. */
export const CELLS: Partial<Record<ColumnId, ComponentType<{ card: Card }>>> = {
  status: Status,
  took: Took,
  picked: Picked,
};

/** The picture and the name, which opens the task. */
export function NameCell({ card, title }: { card: Card; title: string }) {
  const t = useT();
  const isNew = card.face === 'ready' && card.tracked.seenAt === null;
  return (
    <>
      <SmallPicture card={card} />
      <button
        type="button"
        tabIndex={-1}
        title={title}
        lang={useTextLanguage(title)}
        onClick={() => changeView({ screen: { kind: 'task', task: card.tracked } })}
        className="min-w-0 cursor-pointer truncate rounded text-start font-medium focus-ring hover:underline"
      >
        {title}
      </button>
      {isNew ? (
        <Pill tone="accent" className="max-sm:hidden">
          {t('card.new')}
        </Pill>
      ) : null}
    </>
  );
}

/** A cell that only says something. */
export function PlainCell({ card, column }: { card: Card; column: ColumnId }) {
  const t = useT();
  const text = cellText(card, column, t);
  return (
    <span title={text} className="truncate text-small text-ink-2 digits">
      {text}
    </span>
  );
}

function Status({ card }: { card: Card }) {
  const t = useT();
  const short = useInShort(card);
  return (
    <>
      <Pill tone={card.pill.tone}>{t(card.pill.word)}</Pill>
      {card.face === 'running' ? <Progress card={card} /> : null}
      {short === null ? null : (
        <span title={short} className="min-w-0 truncate text-small text-ink-2">
          {short}
        </span>
      )}
    </>
  );
}

function Progress({ card: { answer, tracked } }: { card: Card }) {
  const t = useT();
  const engine = useEngine();
  const now = useNow(1000);
  const percent = estimate(answer, engine.usual(tracked), now).shownProgress;
  if (percent === null) return null;
  return (
    <>
      <ProgressBar label={t('card.progress')} value={percent} className="w-12 flex-none" />
      <span className="flex-none text-small digits">{formatPercent(percent)}</span>
    </>
  );
}

/** How often the time that a running task has taken is drawn anew, in ms; it is never said more exactly. */
const SO_FAR_MS = 10_000;

function Took({ card }: { card: Card }) {
  const t = useT();
  const now = useNow(SO_FAR_MS);
  if (card.face !== 'running') return <PlainCell card={card} column="took" />;
  const { since, startedAt } = timesOf(card.tracked, card.answer);
  const ms = Math.max(SO_FAR_MS, now - (startedAt ?? since));
  return (
    <span className="truncate text-small text-ink-2 digits">
      {t('card.soFar', { time: formatCoarsely(ms) })}
    </span>
  );
}

function Picked({ card: { key, whole, tracked, video } }: { card: Card }) {
  const t = useT();
  const engine = useEngine();
  const isPicked = tracked.pickedAt !== null;
  if (video === null && !isPicked) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`${t('compare.picked')} ${whole}`}
      aria-pressed={isPicked}
      onClick={() => engine.pick(key, !isPicked)}
      className={cn(
        'grid size-8 cursor-pointer place-items-center rounded-full focus-ring hover:bg-sunken',
        isPicked ? 'text-run' : 'text-ink-3',
      )}
    >
      <Icon name="star" className={isPicked ? 'fill-current' : ''} />
    </button>
  );
}
