import type { MessageKey } from '~/i18n/message-key';
import type { Translate } from '~/i18n/i18n';

import type { Skip, Skipped } from './bulk';

/** What is said of tasks that were left out; null where none was. */
export function skippedWords(
  skipped: Skipped,
  t: Translate,
): { text: string; keys: readonly string[] } | null {
  const [most, another] = skipped;
  if (!most) return null;
  const keys = skipped.flatMap((one) => one.keys);
  const n = keys.length;
  // Of several reasons none is said to be that of all.
  const text = another
    ? t('select.skipped', { n })
    : t('select.skippedWhy', { n, why: t(WORDS[most.why]) });
  return { text, keys };
}

const WORDS = {
  running: 'select.why.running',
  failed: 'select.why.failed',
  gaveNone: 'select.why.noVideo',
  keyed: 'select.why.noLink',
  noKey: 'select.why.noKey',
  kept: 'select.why.kept',
  fixedKey: 'select.why.fixedKey',
  otherService: 'select.why.otherService',
  there: 'select.why.there',
} as const satisfies Record<Skip, MessageKey>;
