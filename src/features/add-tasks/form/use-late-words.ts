import { useEffect, useEffectEvent } from 'react';

/**
 * The words of other languages weigh as much as a sixth of the form, and follow once it is drawn. Without them texts are
 * read by English and Chinese words.
 *
 * @param onLearnt reads again what is there by then
 */
export function useLateWords(onLearnt: () => void): void {
  const learnt = useEffectEvent(onLearnt);
  useEffect(() => {
    let isThere = true;
    void import('~/features/add-tasks/recognise/words/all').then(
      ({ learnWords }) => {
        learnWords();
        if (isThere) learnt();
      },
      // Read as far as it goes: the next form tries again.
      () => {},
    );
    return () => {
      isThere = false;
    };
  }, []);
}
