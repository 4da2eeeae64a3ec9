import { useSyncExternalStore } from 'react';

import { activeLocale, onLocaleChange, translate, type Translate } from './i18n';
import { LOCALES, type Locale } from './locales';

/** The active language; re-renders the component when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(onLocaleChange, activeLocale);
}

/**
 * Translates: `const t = useT(); t('board.all')`. Components that only use functions from `format.ts` also need this
 * hook to follow a change of language.
 */
export function useT(): Translate {
  return translators[useLocale()];
}

/** One function per language, so that a memo that depends on `t` notices the change. */
const translators = Object.fromEntries(
  LOCALES.map((locale): [Locale, Translate] => [locale, (key, values) => translate(key, values)]),
) as Record<Locale, Translate>;
