import type { Translate } from '~/i18n/i18n';

/** Sentences behind one another, as the language does it; what is null is left out. */
export function together(sentences: readonly (string | null)[], t: Translate): string {
  return sentences
    .filter((one) => one !== null)
    .reduce(
      (first, second) => (first === '' ? second : t('insight.sentences', { first, second })),
      '',
    );
}
