import { memo, useId, type ComponentProps } from 'react';

import type { TrackedTask } from '~/core/tracked';
import { useTrackedTask } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';
import { CardCheckbox } from '~/task-view/selection/card-checkbox';
import { useCard, type Card } from '~/task-view/use-card';
import { metaLine } from '~/task-view/words/facts';
import { useTextLanguage } from '~/task-view/words/use-text-language';
import { useInShort } from '~/task-view/words/use-in-short';
import { cn } from '~/ui/cn';
import { Pill } from '~/ui/pill';

import { CardArticle } from './card-article';
import { timePhrase } from './card-time';
import { COMPACT_FACES } from './compact-faces';
import { DownloadButton } from './download-button';
import { Frame } from './frame';
import { MenuButton } from './menu-button';
import type { TaskCard } from './task-card';

type CardProps = ComponentProps<typeof TaskCard>;

/** One task in little room: its picture, its name and its state. */
export const CompactCard = memo(function CompactCard({ taskKey, ...rest }: CardProps) {
  const tracked = useTrackedTask(taskKey);
  return tracked ? <CardOf tracked={tracked} {...rest} /> : null;
});

function CardOf({
  tracked,
  titleThere,
  ...place
}: { tracked: TrackedTask } & Omit<CardProps, 'taskKey'>) {
  const t = useT();
  const titleId = useId();
  const card = useCard(tracked);
  const title = titleThere?.(card.title, tracked) ?? card.whole;
  const language = useTextLanguage(title);
  const Heading = titleThere ? 'h3' : 'h2';
  return (
    <CardArticle taskKey={card.key} titleId={titleId} {...place}>
      <div className="flex items-center gap-2 px-3 pt-2 max-narrow:flex-wrap">
        <Heading
          id={titleId}
          lang={language}
          title={title}
          className="min-w-0 flex-1 truncate font-semibold"
        >
          {title}
        </Heading>
        <Pill tone={card.pill.tone}>{t(card.pill.word)}</Pill>
      </div>
      <Frame card={card} faces={COMPACT_FACES} />
      <CardCheckbox taskKey={card.key} title={title} />
      <div className="flex-1 px-3 pt-0.5 pb-2">
        <LastLine card={card} />
      </div>
      <Actions card={card} />
    </CardArticle>
  );
}

/** What keeps news away, or what it is made with while it is made, or when it ended. */
function LastLine({ card }: { card: Card }) {
  const t = useT();
  const now = useNow(1000);
  const short = useInShort(card);
  const { text, urgent } = timePhrase(card, now, t);
  const isOpen = card.face === 'running' || card.face === 'waiting';
  const meta = isOpen && card.task ? metaLine(card.task, t) : '';
  const isTrouble = card.trouble !== null && card.face !== 'problem';
  const words = isTrouble && short !== null ? short : meta === '' ? text : meta;
  return (
    <p
      title={words}
      className={cn(
        'truncate text-note digits not-pointer-fine:pe-22 not-pointer-fine:leading-11',
        isTrouble || (urgent && meta === '') ? 'text-run-ink' : 'text-ink-3',
      )}
    >
      {words}
    </p>
  );
}

/** They come where the card is pointed at or has the focus, and are there for fingers. */
function Actions({ card }: { card: Card }) {
  return (
    <div
      className={cn(
        // No higher than the last line, so that the state above it is never covered.
        'absolute end-1.5 bottom-1.5 flex items-center bg-surface pointer-fine:*:h-6!',
        'not-focus-visible:not-group-hover/card:not-group-focus-within/card:pointer-fine:opacity-0',
      )}
    >
      {card.face === 'ready' ? <DownloadButton card={card} bare /> : null}
      <MenuButton card={card} />
    </div>
  );
}
