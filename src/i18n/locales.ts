import { LOCALES, type Locale } from '~/prefs/choices';

export { LOCALES, type Locale };

/** Each language by its own name: the only words that are not translated. */
export const LOCALE_NAMES = {
  en: 'English',
  'zh-CN': '简体中文',
} satisfies Record<Locale, string>;

/**
 * The language to start in: the one chosen before, else the first of the browser's that we speak, else English.
 * @param wanted the browser's languages, most wanted first, such as `['zh-TW', 'en']`
 */
export function pickLocale(chosen: Locale | null, wanted: readonly string[]): Locale {
  if (chosen) return chosen;
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
