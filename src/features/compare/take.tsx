import { useId, type ReactNode, type Ref } from 'react';

import { titleOf } from '~/core/title';
import { titleUnder } from '~/core/title-under';
import type { CardFacts } from '~/engine/answers/card-of';
import { useT } from '~/i18n/use-t';
import { RunningFace } from '~/task-view/card/running-face';
import { useCard } from '~/task-view/use-card';
import { clockOf, inOneLine, sizeWord } from '~/task-view/words/facts';
import { useShortcut } from '~/task-view/keys/use-shortcut';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';

import { TakePicture } from './take-picture';

interface TakeProps {
  card: CardFacts;
  /** Its title need not say the shot. */
  underShot: boolean;
}

/** A take that can be compared: its picture, its prompt, and the place where it stands. */
export function Take({
  card,
  underShot,
  place,
  ref,
  onChoose,
}: TakeProps & {
  /** From 1; 0 if it is not compared. */
  place: number;
  ref: Ref<HTMLButtonElement> | undefined;
  onChoose: (key: string) => void;
}) {
  const t = useT();
  const textId = useId();
  const title = titleIn(card, underShot);
  const isIn = place > 0;
  const shortcuts = useShortcut('1 2 3 4');
  return (
    <button
      ref={ref}
      type="button"
      data-take={card.key}
      aria-pressed={isIn}
      aria-label={isIn ? t('compare.inPlace', { title, n: place }) : title}
      aria-describedby={textId}
      aria-keyshortcuts={shortcuts}
      onClick={() => onChoose(card.key)}
      className="block w-full cursor-pointer rounded-card p-2 text-start focus-ring hover:bg-sunken"
    >
      <span
        className={cn(
          'relative block aspect-video w-full overflow-hidden rounded-card text-white',
          isIn && 'outline-2 outline-offset-2 outline-accent',
        )}
      >
        <TakePicture card={card} />
        <span
          aria-hidden="true"
          className={cn(
            'absolute top-2 start-2 grid size-6.5 place-items-center rounded-md border border-white/70 text-small font-semibold digits',
            isIn ? 'bg-accent text-accent-ink' : 'bg-black/62',
          )}
        >
          {isIn ? place : ''}
        </span>
        {card.tracked.pickedAt === null ? null : (
          <span className="absolute top-2 end-2 grid size-7 place-items-center rounded-full bg-black/62 text-star">
            <Icon name="star" className="fill-current" />
          </span>
        )}
      </span>
      <TakeText id={textId} card={card} title={title} />
    </button>
  );
}

/** A take that is not ready: how far it is, and nothing to press. */
export function ComingTake({ card, underShot }: TakeProps) {
  const t = useT();
  return (
    <div className="p-2">
      <div className="relative aspect-video overflow-hidden rounded-card text-white">
        {card.standing === 'running' ? <Running card={card} /> : <TakePicture card={card} />}
      </div>
      <TakeText card={card} title={titleIn(card, underShot)}>
        {t('compare.notReady')}
      </TakeText>
    </div>
  );
}

function Running({ card: { tracked } }: { card: CardFacts }) {
  return <RunningFace card={useCard(tracked)} />;
}

function TakeText({
  id,
  card: { task, tracked },
  title,
  children,
}: {
  id?: string;
  card: CardFacts;
  title: string;
  /** What stands in place of the facts. */
  children?: ReactNode;
}) {
  const t = useT();
  const isPicked = tracked.pickedAt !== null;
  const facts = task ? inOneLine(task.model, clockOf(task), sizeWord(task, t)) : '';
  return (
    <span className="mt-2 block">
      <span className="block truncate font-semibold" title={title}>
        {title}
      </span>
      <span id={id} className="block">
        <span className="line-clamp-2 text-small wrap-anywhere text-ink-2">
          {task?.prompt ?? task?.enhancedPrompt}
        </span>
        <span className="block truncate text-note text-ink-3 digits">{children ?? facts}</span>
        {isPicked ? <span className="sr-only">{t('compare.picked')}</span> : null}
      </span>
    </span>
  );
}

function titleIn({ tracked, task }: CardFacts, underShot: boolean): string {
  const title = titleOf(tracked, task);
  return underShot ? titleUnder(title, tracked.shot ?? '') : title;
}
