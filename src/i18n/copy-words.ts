import type { Translate } from './i18n';

/** What is said of a text that was put on the clipboard, or was not. */
export function copyWords(t: Translate): { copied: string; failed: string } {
  return { copied: t('card.copied'), failed: t('card.copyFailed') };
}
