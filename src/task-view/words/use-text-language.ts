import { useLocale } from '~/i18n/use-t';
import { lateCode } from '~/ui/late-code';

/** What a text has that is not in the page's first language, as far as a glance tells. */
const OTHER_LETTERS = /[^\0-\u02af\u2000-\u206f]|[¡-ÿ]/;

/** The language of a text of a person or a service, for `lang`; undefined where it is the page's, or not sure. */
export function useTextLanguage(text: string): string | undefined {
  const page = useLocale();
  const language = useRule(page !== 'en' || OTHER_LETTERS.test(text))?.languageOf(text);
  return language !== undefined && page.startsWith(language) ? undefined : language;
}

const useRule = lateCode(() => import('~/core/text-language'));
