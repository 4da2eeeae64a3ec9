import type { Translate } from './i18n';

/** How a key is called on the screen: its mask; one that the relay adds by itself has none. */
export function keyName(hint: string, t: Translate): string {
  return hint === '' ? t('ui.teamKey') : hint;
}
