import { useEffect } from 'react';

/**
 * The words of other languages weigh as much as a sixth of the form, and follow once it is drawn. Without them texts are
 * read by English and Chinese words, and the next change of a text is read by all.
 */
export function useLateWords(): void {
  useEffect(() => {
    void import('~/features/add-tasks/recognise/words/all').then(
      ({ learnWords }) => {
        learnWords();
      },
      () => {},
    );
  }, []);
}
