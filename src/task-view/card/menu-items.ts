import { whyNot, type CardAction, type WhyNot } from '~/engine/answers/why-not';
import type { CardFacts } from '~/engine/answers/card-of';
import type { MessageKey } from '~/i18n/message-key';
import type { Met } from '~/task-view/words/help-about';
import type { IconName } from '~/ui/icons';
import '~/ui/late-icons';

/** Saving has a button of its own; help is there where something is wrong. */
export type MenuAction = Exclude<CardAction, 'download'> | 'help';

interface MenuItem {
  action: MenuAction;
  label: MessageKey;
  icon: IconName;
  danger: boolean;
  /** Why it cannot be done now; null if it can. */
  why: MessageKey | null;
}

/** What the menu depends on: the card, and where the person is. */
export interface MenuScene {
  card: CardFacts;
  online: boolean;
  /** The task's details are open. */
  inDetails: boolean;
  /** What keeps the person from the video. */
  met: Met | null;
}

/** The actions for one task, in menu order. Unavailable ones are included with the reason. */
export function menuItems(scene: MenuScene): MenuItem[] {
  const { pickedAt, note } = scene.card.tracked;
  return ITEMS.filter(({ action }) => action !== 'help' || scene.met !== null).map((item) => {
    const { action, label, icon } = item;
    const why =
      (action === 'help' ? null : whyNot(action, scene.card)) ?? whyNotHere(action, scene);
    return {
      action,
      label:
        action === 'pick' && pickedAt !== null
          ? 'compare.unpick'
          : action === 'note' && note !== null
            ? 'details.editNote'
            : label,
      icon,
      danger: action === 'remove',
      why: why && WORDS[why],
    };
  });
}

const ITEMS: readonly Pick<MenuItem, 'action' | 'label' | 'icon'>[] = [
  { action: 'rename', label: 'card.menu.rename', icon: 'pencil' },
  { action: 'note', label: 'details.addNote', icon: 'note' },
  { action: 'copyLink', label: 'card.menu.copyLink', icon: 'link' },
  { action: 'copyId', label: 'card.menu.copyId', icon: 'copy' },
  { action: 'checkNow', label: 'card.menu.checkNow', icon: 'refresh' },
  { action: 'details', label: 'card.menu.details', icon: 'info' },
  { action: 'help', label: 'problems.help.about', icon: 'question' },
  { action: 'compare', label: 'compare.open', icon: 'compare' },
  { action: 'share', label: 'share.one', icon: 'share' },
  { action: 'pick', label: 'compare.pick', icon: 'star' },
  { action: 'remove', label: 'card.menu.remove', icon: 'trash' },
];

/** Reasons that are not the task's but of the place and the moment. */
type WhyNotHere = 'offline' | 'here';

function whyNotHere(action: MenuAction, scene: MenuScene): WhyNotHere | null {
  if (action === 'checkNow' && !scene.online) return 'offline';
  return action === 'details' && scene.inDetails ? 'here' : null;
}

const WORDS = {
  noVideo: 'card.why.noVideo',
  gaveNone: 'card.why.gaveNone',
  keyed: 'card.why.keyed',
  noKey: 'card.why.noKey',
  offline: 'card.why.offline',
  here: 'card.why.here',
} as const satisfies Record<WhyNot | WhyNotHere, MessageKey>;
