import type { MessageKey } from '~/i18n/message-key';
import type { IconName } from '~/ui/icons';

import { videoIn } from '~/core/has-video';
import type { Card } from '~/task-view/use-card';

export type MenuAction =
  | 'rename'
  | 'copyLink'
  | 'copyId'
  | 'checkNow'
  | 'details'
  | 'compare'
  | 'pick'
  | 'remove';

export interface MenuItem {
  action: MenuAction;
  label: MessageKey;
  icon: IconName;
  danger: boolean;
  /** Why it cannot be done now; null if it can. */
  why: MessageKey | null;
}

/** What the menu depends on: the card, and where the person is. */
export interface MenuScene {
  card: Pick<Card, 'tracked' | 'task' | 'answer' | 'trouble'>;
  online: boolean;
  /** The task's details are open. */
  inDetails: boolean;
}

/** The actions for one task, in menu order. Unavailable ones are included with the reason. */
export function menuItems(scene: MenuScene): MenuItem[] {
  const { pickedAt } = scene.card.tracked;
  return ITEMS.map(({ action, label, icon, why }) => ({
    action,
    label: action === 'pick' && pickedAt !== null ? 'compare.unpick' : label,
    icon,
    danger: action === 'remove',
    why: why?.(scene) ?? null,
  }));
}

interface Rule extends Pick<MenuItem, 'action' | 'label' | 'icon'> {
  why?: (scene: MenuScene) => MessageKey | null;
}

const noVideo: Rule['why'] = ({ card: { task, answer } }) => {
  if (!task?.video) return 'card.why.noVideo';
  return videoIn(answer) === null ? 'card.why.gaveNone' : null;
};

const ITEMS: readonly Rule[] = [
  { action: 'rename', label: 'card.menu.rename', icon: 'pencil' },
  { action: 'copyLink', label: 'card.menu.copyLink', icon: 'link', why: whyNoLink },
  { action: 'copyId', label: 'card.menu.copyId', icon: 'copy' },
  { action: 'checkNow', label: 'card.menu.checkNow', icon: 'refresh', why: whyNoCheck },
  {
    action: 'details',
    label: 'card.menu.details',
    icon: 'info',
    why: ({ inDetails }) => (inDetails ? 'card.why.here' : null),
  },
  { action: 'compare', label: 'compare.open', icon: 'compare', why: noVideo },
  { action: 'pick', label: 'compare.pick', icon: 'star', why: noVideo },
  { action: 'remove', label: 'card.menu.remove', icon: 'trash' },
];

function whyNoLink({ card: { task, answer } }: MenuScene): MessageKey | null {
  if (!task?.video) return 'card.why.noVideo';
  if (videoIn(answer) === null) return 'card.why.gaveNone';
  return task.video.kind === 'content' ? 'card.why.keyed' : null;
}

function whyNoCheck({ card, online }: MenuScene): MessageKey | null {
  if (card.trouble === 'no_key') return 'card.why.noKey';
  return online ? null : 'card.why.offline';
}
