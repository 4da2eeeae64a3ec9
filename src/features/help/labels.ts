import type { Values } from '~/i18n/fill';
import type { Translate } from '~/i18n/i18n';
import type { MessageKey } from '~/i18n/message-key';

/** What the answers call by name is called as it is on the page. */
export function labels(t: Translate): Values {
  return Object.fromEntries(Object.entries(LABELS).map(([name, key]) => [name, t(key)]));
}

const LABELS = {
  other: 'add.other',
  sample: 'add.sample',
  addTasks: 'app.addTasks',
  settings: 'app.settings',
  latest: 'latest.see',
  changeKey: 'problems.help.changeKey',
  chooseHow: 'problems.help.chooseScheme',
  addKey: 'problems.help.addKey',
  pasteKey: 'problems.help.pasteKey',
  checkNow: 'problems.help.checkNow',
  keepTab: 'add.keepTab',
  removeKey: 'connections.forget',
  newLink: 'player.checkNow',
  tryAgain: 'player.again',
  openTab: 'player.openTab',
  loadAnyway: 'player.loadAnyway',
  supportNote: 'card.supportNote',
  details: 'card.details',
  more: 'select.more',
  relocate: 'select.relocate',
  keep: 'keep.every',
  share: 'select.share',
  picks: 'board.picks',
} as const satisfies Record<string, MessageKey>;
