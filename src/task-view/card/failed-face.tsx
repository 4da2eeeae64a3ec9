import type { TaskFailure } from '~/core/task';
import { failureWords } from '~/task-view/words/failures';
import { useFailureKind } from '~/task-view/words/use-failure-kind';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';

import { TroubleFace } from './trouble-face';

const NO_REASON: TaskFailure = { message: null, code: null, empty: true };

/** What happened in plain words, and what to try. The service's own words are under *Details*, if they say why. */
export function FailedFace({ card: { task } }: { card: Card }) {
  const t = useT();
  const failure = task?.failure ?? NO_REASON;
  const kind = useFailureKind(failure);
  const words = failureWords(kind);
  const advice =
    kind === 'unknown' && !failure.empty
      ? t('problems.sentences', { first: t('problems.seeDetails'), second: t(words.advice) })
      : t(words.advice);
  return (
    <TroubleFace title={t(words.title)} met={`failed.${kind}`}>
      {t('problems.sentences', { first: t(words.meaning), second: advice })}
    </TroubleFace>
  );
}
