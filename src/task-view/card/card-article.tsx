import type { ReactNode } from 'react';

import { useIsSelected } from '~/task-view/selection/use-selection';
import { cn } from '~/ui/cn';

/** Its place among the cards of its group, or of the board, from 1: only some of them are drawn. */
export interface CardPlace {
  n?: number | undefined;
  of?: number | undefined;
}

/** The edge of a card, large or compact: it shows when the card is chosen, and takes the focus. */
export function CardArticle({
  taskKey,
  titleId,
  n,
  of,
  children,
}: CardPlace & {
  taskKey: string;
  titleId: string;
  children: ReactNode;
}) {
  const chosen = useIsSelected(taskKey);
  return (
    <article
      aria-labelledby={titleId}
      aria-posinset={n}
      aria-setsize={of}
      data-card={taskKey}
      className={cn(
        'group/card relative flex h-full flex-col overflow-hidden rounded-card border bg-surface lift-card focus-ring',
        chosen ? 'border-accent outline-2 outline-accent chosen' : 'border-line',
      )}
    >
      {children}
    </article>
  );
}
