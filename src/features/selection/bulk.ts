import type { CardFacts } from '~/engine/answers/card-of';
import { whyNot, type CardAction, type WhyNot } from '~/engine/answers/why-not';
import type { MessageKey } from '~/i18n/message-key';
import type { IconName } from '~/ui/icons';

/** What can be done with many tasks at once. */
export const BULK_ACTIONS = [
  'download',
  'compare',
  'pick',
  'tag',
  'move',
  'copy',
  'checkNow',
  'remove',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Why a chosen task is left out. */
export type Skip = 'running' | 'failed' | Exclude<WhyNot, 'noVideo'>;

/** How each action looks, and what a task has to allow for it. */
export const BULK: Readonly<
  Record<BulkAction, { label: MessageKey; icon: IconName; needs: CardAction }>
> = {
  download: { label: 'select.download', icon: 'download', needs: 'download' },
  compare: { label: 'select.compare', icon: 'compare', needs: 'compare' },
  pick: { label: 'compare.pick', icon: 'star', needs: 'pick' },
  tag: { label: 'select.tag', icon: 'tag', needs: 'rename' },
  move: { label: 'select.move', icon: 'move', needs: 'rename' },
  copy: { label: 'select.copy', icon: 'copy', needs: 'copyId' },
  checkNow: { label: 'card.menu.checkNow', icon: 'refresh', needs: 'checkNow' },
  remove: { label: 'card.menu.remove', icon: 'trash', needs: 'remove' },
};

/** Which of the chosen tasks an action is for, and why not the others; the commonest reason first. */
interface Split {
  fit: readonly CardFacts[];
  skipped: readonly { why: Skip; keys: readonly string[] }[];
}

/** Each card is in exactly one of the lists. */
export function splitFor(action: BulkAction, cards: readonly CardFacts[]): Split {
  const fit: CardFacts[] = [];
  const skipped = new Map<Skip, string[]>();
  for (const card of cards) {
    const why = skipOf(action, card);
    if (why === null) fit.push(card);
    else skipped.set(why, [...(skipped.get(why) ?? []), card.key]);
  }
  return {
    fit,
    skipped: Array.from(skipped, ([why, keys]) => ({ why, keys })).toSorted(
      (a, b) => b.keys.length - a.keys.length,
    ),
  };
}

function skipOf(action: BulkAction, card: CardFacts): Skip | null {
  const why = whyNot(BULK[action].needs, card);
  if (why !== 'noVideo') return why;
  return card.standing === 'attention' ? 'failed' : 'running';
}
