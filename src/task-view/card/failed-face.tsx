import { failureKind } from '~/engine/gateway/tables/failure-kinds';
import { failureWords } from '~/task-view/words/failures';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';

import { TroubleFace } from './trouble-face';

/** What happened in plain words, and what to try. The service's own words are under *Details*. */
export function FailedFace({ card: { task } }: { card: Card }) {
  const t = useT();
  const words = failureWords(failureKind(task?.failure ?? { message: null, code: null }));
  return (
    <TroubleFace title={t(words.title)}>
      {t('problems.sentences', { first: t(words.meaning), second: t(words.advice) })}
    </TroubleFace>
  );
}
