import { LOCALES, type Locale } from '~/prefs/choices';

export { LOCALES, type Locale };

/** Each language's own name: the only texts that are not translated. */
export const LOCALE_NAMES = {
  en: 'English',
  'zh-CN': '简体中文',
} satisfies Record<Locale, string>;

/**
 * The initial language: the one chosen before, or the first of the browser's that we support, or English.
 * @param wanted the browser's languages, most preferred first, such as `['zh-TW', 'en']`
 */
export function pickLocale(chosen: Locale | null, wanted: readonly string[]): Locale {
  if (chosen) return chosen;
  for (const tag of wanted) {
    const known = LOCALES.find((locale) => languageOf(locale) === languageOf(tag));
    if (known) return known;
  }
  return LOCALES[0];
}

/** `zh` of `zh-TW`: another country's words are better than another language's. */
function languageOf(tag: string): string {
  return tag.toLowerCase().replace(/-.*$/, '');
}
