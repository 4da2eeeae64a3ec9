import type { GroupRef } from '~/address/dialogs';
import type { CardFacts } from '~/engine/answers/card-of';
import { groupOf, NO_GROUP } from '~/engine/answers/group-of';
import { textOf } from '~/engine/answers/search';
import { isTake } from '~/task-view/takes';

/** The lists of takes to choose from. */
export const CHOICE_LISTS = ['group', 'picks', 'all'] as const;
export type ChoiceList = (typeof CHOICE_LISTS)[number];

/** What is chosen from: the finished ones of the board, and those of the group, finished or not. */
interface Sources {
  group: readonly CardFacts[];
  finished: readonly CardFacts[];
}

/** Each list, of the cards with all these words. The newest come first, except in a group. */
export function choicesOf(
  { group, finished }: Sources,
  words: readonly string[],
): Record<ChoiceList, readonly CardFacts[]> {
  const found = (cards: readonly CardFacts[]) =>
    words.length === 0 ? cards : cards.filter((card) => isFound(card, words));
  const ready = found(finished.filter(isTake).toReversed());
  return {
    group: found(group.filter((card) => isTake(card) || isComing(card))),
    picks: ready.filter(({ tracked }) => tracked.pickedAt !== null),
    all: ready,
  };
}

/** There may be a video of it later. */
function isComing({ standing }: CardFacts): boolean {
  return standing === 'running' || standing === 'unseen';
}

/** Where the takes of the same thing are likely to be: its shot, or else what it was added with. */
export function groupAround(card: CardFacts | undefined): GroupRef | null {
  if (card === undefined) return null;
  for (const by of ['shot', 'batch'] as const) {
    const group = groupOf(card, by);
    if (group) return { by, id: group.id };
  }
  return null;
}

/** The keys of the cards in this group. */
export function keysIn(
  { by, id }: GroupRef,
  keys: Iterable<string>,
  cardOf: (key: string) => CardFacts | undefined,
): readonly string[] {
  return [...keys].filter((key) => {
    const card = cardOf(key);
    return card !== undefined && (groupOf(card, by)?.id ?? NO_GROUP) === id;
  });
}

/** Made once for each card: there may be 10,000, and each letter searches them all. */
const texts = new WeakMap<CardFacts, string>();

function isFound(card: CardFacts, words: readonly string[]): boolean {
  const text = texts.get(card) ?? textOf(card);
  texts.set(card, text);
  return words.every((word) => text.includes(word));
}
