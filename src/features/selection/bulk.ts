import { SAMPLE_BASE } from '~/core/connection';
import type { CardFacts } from '~/engine/answers/card-of';
import { whyNot, type CardAction, type WhyNot } from '~/engine/answers/why-not';
import type { MessageKey } from '~/i18n/message-key';
import type { IconName } from '~/ui/icons';
import '~/ui/late-icons';

/** What can be done with many tasks at once. */
export const BAR_ACTIONS = [
  'download',
  'keep',
  'compare',
  'pick',
  'tag',
  'move',
  'share',
  'checkNow',
  'remove',
] as const;
/** The same, behind *More*. */
export const MORE_ACTIONS = ['send', 'changeKey', 'relocate'] as const;
export type BulkAction = (typeof BAR_ACTIONS)[number] | (typeof MORE_ACTIONS)[number];

/** Why a chosen task is left out. */
export type Skip =
  | 'running'
  | 'failed'
  | Exclude<WhyNot, 'noVideo'>
  /** Its video is on this device. */
  | 'kept'
  /** Its key is the team's or the sample's. */
  | 'fixedKey'
  /** It is at another service than most. */
  | 'otherService'
  /** The new service's task of that id is on the board. */
  | 'there';

/** What the rules need besides a card. */
export interface BulkScene {
  /** The videos on this device, by task. */
  kept: { has(key: string): boolean };
}

type Rule = (card: CardFacts, scene: BulkScene) => Skip | null;

/** How each action looks, and which tasks it leaves out. */
export const BULK: Readonly<Record<BulkAction, { label: MessageKey; icon: IconName; skip: Rule }>> =
  {
    download: { label: 'select.download', icon: 'download', skip: needs('download') },
    keep: {
      label: 'select.keep',
      icon: 'save',
      skip: (card, scene) => needs('download')(card, scene) ?? unlessKept(card, scene),
    },
    compare: { label: 'select.compare', icon: 'compare', skip: needs('compare') },
    pick: { label: 'compare.pick', icon: 'star', skip: needs('pick') },
    tag: { label: 'select.tag', icon: 'tag', skip: needs('rename') },
    move: { label: 'select.move', icon: 'move', skip: needs('rename') },
    // What cannot be handed over is said where it is pressed.
    share: { label: 'share.some', icon: 'link', skip: () => null },
    checkNow: { label: 'card.menu.checkNow', icon: 'refresh', skip: needs('checkNow') },
    remove: { label: 'card.menu.remove', icon: 'trash', skip: needs('remove') },
    send: { label: 'select.send', icon: 'share', skip: needs('download') },
    changeKey: {
      label: 'select.changeKey',
      icon: 'key',
      skip: ({ teamKey, tracked }) => (teamKey || tracked.base === SAMPLE_BASE ? 'fixedKey' : null),
    },
    // A kept copy belongs to the task where it was found: it would be lost.
    relocate: { label: 'select.relocate', icon: 'arrow-right', skip: unlessKept },
  };

function needs(action: CardAction): Rule {
  return (card) => {
    const why = whyNot(action, card);
    if (why !== 'noVideo') return why;
    return card.standing === 'attention' ? 'failed' : 'running';
  };
}

function unlessKept({ key }: CardFacts, { kept }: BulkScene): Skip | null {
  return kept.has(key) ? 'kept' : null;
}

/** Tasks that were left out, by reason. */
export type Skipped = readonly { why: Skip; keys: readonly string[] }[];

/** Each card is in exactly one of the lists; the commonest reason comes first. */
export function splitFor(
  action: BulkAction,
  cards: readonly CardFacts[],
  scene: BulkScene,
): { fit: readonly CardFacts[]; skipped: Skipped } {
  const fit: CardFacts[] = [];
  const skipped = new Map<Skip, string[]>();
  for (const card of cards) {
    const why = BULK[action].skip(card, scene);
    const alike = why === null ? undefined : skipped.get(why);
    if (why === null) fit.push(card);
    else if (alike) alike.push(card.key);
    else skipped.set(why, [card.key]);
  }
  return { fit, skipped: commonestFirst(skipped) };
}

/** How many of the cards it can be done with. */
export function countFor(
  action: BulkAction,
  cards: readonly CardFacts[],
  scene: BulkScene,
): number {
  const { skip } = BULK[action];
  let n = 0;
  for (const card of cards) if (skip(card, scene) === null) n += 1;
  return n;
}

/** The tasks at the service that most of them are at; the others are left out. */
export function atOneService(cards: readonly CardFacts[]): {
  fit: readonly CardFacts[];
  skipped: Skipped;
} {
  const bases = new Map<string, CardFacts[]>();
  for (const card of cards) {
    const { base } = card.tracked;
    const there = bases.get(base);
    if (there) there.push(card);
    else bases.set(base, [card]);
  }
  const [fit = [], ...others] = [...bases.values()].toSorted((a, b) => b.length - a.length);
  const keys = others.flat().map(({ key }) => key);
  return { fit, skipped: keys.length === 0 ? [] : [{ why: 'otherService', keys }] };
}

function commonestFirst(skipped: ReadonlyMap<Skip, readonly string[]>): Skipped {
  return Array.from(skipped, ([why, keys]) => ({ why, keys })).toSorted(
    (a, b) => b.keys.length - a.keys.length,
  );
}
