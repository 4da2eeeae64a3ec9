import { isEmpty } from '~/core/has-video';
import type { TaskFailure } from '~/core/task';
import { estimate } from '~/engine/look-ups/forecast/estimate';
import { useEngine } from '~/engine/use-engine';
import { formatCoarsely } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';
import type { Card } from '~/task-view/use-card';

import { failureWords } from './failures';
import { problemValues, problemWords } from './problems';
import { useFailureKind } from './use-failure-kind';

const NO_FAILURE: TaskFailure = { message: null, code: null, kind: 'unknown' };
/** How often it is checked whether a task is stuck, in ms. */
const LOOK_MS = 15_000;

/** What its state alone does not say, in a few words: why it failed, its place in line, what keeps news away. */
export function useInShort({ face, task, trouble, answer, tracked }: Card): string | null {
  const t = useT();
  const engine = useEngine();
  const now = useNow(LOOK_MS);
  const kind = useFailureKind(task?.failure ?? NO_FAILURE);
  if (trouble !== null) return t(problemWords(trouble).title, problemValues(answer));
  if (face === 'failed') return t(failureWords(kind).title);
  if (face === 'ready') return isEmpty(answer) ? t('card.noVideo.title') : null;
  const place = task?.queue?.position ?? -1;
  if (face === 'waiting' && place >= 0)
    return place <= 1 ? t('card.queue.next') : t('card.queue.place', { n: place });
  if (face !== 'running') return null;
  const { stillMs } = estimate(answer, engine.usual(tracked), now);
  return stillMs === null ? null : t('card.still', { time: formatCoarsely(stillMs) });
}
