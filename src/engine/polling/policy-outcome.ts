import type { Answer } from '~/core/answer';

import type { HistoryKey, Outcome } from './history';
import { beganAt, orderedAt, runStart, stagesOf } from './policy-stages';

/**
 * What there is to learn from a task, once it is completed: null before, and for one that was finished when it was
 * first seen. A task is learnt once, by whoever sees the end; failures say nothing about how long success takes.
 */
export function outcomeOf(answer: Answer, key: HistoryKey): Outcome | null {
  const stages = stagesOf(answer);
  const last = stages.at(-1);
  const beforeLast = stages.at(-2);
  if (last?.state !== 'completed' || !beforeLast) return null;
  // Between the last look-up that saw it run and the first that saw it done; the service may know when.
  const said = answer.task?.completedAt ?? null;
  const sure = said !== null && said > last.afterAt && said <= last.seenAt;
  const doneAt = sure ? said : beganAt(last);
  const lived = stages.slice(0, -1);
  const run = runStart(lived);
  const first = lived[0] ?? beforeLast;
  return {
    ...key,
    at: last.seenAt,
    running: run ? doneAt - beganAt(run) : null,
    total: doneAt - orderedAt(answer, first.seenAt),
    stages: lived.map((stage, index) => ({
      word: stage.name,
      lasts: (index === lived.length - 1 ? doneAt : beganAt(lived[index + 1] ?? last)) - beganAt(stage),
      toDone: doneAt - beganAt(stage),
    })),
  };
}
