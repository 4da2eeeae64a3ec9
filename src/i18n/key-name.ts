import type { Translate } from './i18n';

/** How a key is shown: its mask, or the label for a key that a relay adds. */
export function keyName(hint: string, t: Translate): string {
  return hint === '' ? t('ui.teamKey') : hint;
}
