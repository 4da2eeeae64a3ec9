import type { CardFacts } from './card-of';

/** What a person can do with a task. */
export type CardAction =
  | 'rename'
  | 'note'
  | 'copyLink'
  | 'copyId'
  | 'checkNow'
  | 'details'
  | 'compare'
  | 'share'
  | 'pick'
  | 'download'
  | 'remove';

/** Why the task does not allow an action. */
export type WhyNot =
  /** There is no video yet. */
  | 'noVideo'
  /** The service says ready and gives no video. */
  | 'gaveNone'
  /** Its video has no link that opens without the key. */
  | 'keyed'
  | 'noKey';

/** Why this cannot be done with the task; null if it can. Kept copies and the network are not the task's. */
export function whyNot(action: CardAction, card: CardFacts): WhyNot | null {
  return RULES[action](card);
}

type Rule = (card: CardFacts) => WhyNot | null;

const always: Rule = () => null;

const withVideo: Rule = ({ task, video }) => {
  if (!task?.video) return 'noVideo';
  return video === null ? 'gaveNone' : null;
};

const RULES = {
  rename: always,
  note: always,
  copyLink: (card) => withVideo(card) ?? (card.video?.kind === 'content' ? 'keyed' : null),
  copyId: always,
  checkNow: ({ trouble }) => (trouble === 'no_key' ? 'noKey' : null),
  details: always,
  compare: withVideo,
  share: always,
  pick: withVideo,
  download: (card) => (card.state === 'completed' ? withVideo(card) : 'noVideo'),
  remove: always,
} as const satisfies Record<CardAction, Rule>;
