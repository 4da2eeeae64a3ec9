import type { parts as english } from 'virtual:languages/en';
import * as others from 'virtual:languages/others';

import type { Locale } from './locales';

type Other = Exclude<Locale, 'en'>;

/** Where lines break, if not at blanks or between any two characters: between phrases, and between words. */
const BREAKS: Readonly<Partial<Record<Other, string>>> = { ja: 'auto-phrase', ko: 'keep-all' };

/** What loads the words of a language other than English. Lines break by its rules from now on. */
export function partsOf(locale: Other): typeof english {
  if (typeof document !== 'undefined') {
    const { style } = document.documentElement;
    style.setProperty('word-break', BREAKS[locale] ?? '');
    // A prompt in Chinese has no blanks.
    style.setProperty('overflow-wrap', BREAKS[locale] ? 'break-word' : '');
  }
  return (others as unknown as Record<Other, typeof english>)[locale];
}
