import { useSyncExternalStore } from 'react';

import { activeLocale, onLocaleChange, translate, type Translate } from './i18n';
import type { Locale } from './locales';

/** The active language; the component is drawn again when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(onLocaleChange, activeLocale);
}

/**
 * The page's words: `const t = useT(); t('board.all')`. A component that uses it, or only the functions in
 * `format.ts`, follows a change of language through this hook.
 */
export function useT(): Translate {
  return translators[useLocale()];
}

/** One function per language, so that a memo that depends on `t` notices the change. */
const translators = {
  en: (key, values) => translate(key, values),
  'zh-CN': (key, values) => translate(key, values),
} satisfies Record<Locale, Translate>;
