import type { Answer, Sighting } from '~/core/answer';

import type { HistoryKey, Outcome } from './history';
import { knotsOf, lineOf } from './counting';
import { beganAt, orderedAt, runStart, stagesOf } from './stages';

/**
 * What to learn from a completed task; null before that, and if it was already finished when first seen. Each task is
 * learnt once, by whichever tab sees the end; failures say nothing about how long success takes.
 */
export function outcomeOf(answer: Answer, key: HistoryKey): Outcome | null {
  const stages = stagesOf(answer);
  const last = stages.at(-1);
  const beforeLast = stages.at(-2);
  if (last?.state !== 'completed' || !beforeLast) return null;
  // Between the last running look-up and the first completed one; the service may give the exact time.
  const said = answer.task?.completedAt ?? null;
  const sure = said !== null && said > last.afterAt && said <= last.seenAt;
  const doneAt = sure ? said : beganAt(last);
  const lived = stages.slice(0, -1);
  const run = runStart(lived);
  const first = lived[0] ?? beforeLast;
  return {
    ...key,
    lineEnd: lineEnd(answer.sightings, doneAt),
    at: last.seenAt,
    running: run ? doneAt - beganAt(run) : null,
    total: doneAt - orderedAt(answer, first.seenAt),
    stages: lived.map((stage, index) => ({
      word: stage.name,
      lasts:
        (index === lived.length - 1 ? doneAt : beganAt(lived[index + 1] ?? last)) - beganAt(stage),
      toDone: doneAt - beganAt(stage),
    })),
  };
}

/**
 * Where the straight line through the numbers was when the task finished: 100 if they are honest, more if the last one
 * stands still for a while, less if they jump to the end.
 */
function lineEnd(sightings: readonly Sighting[], doneAt: number): number | null {
  const knots = knotsOf(sightings.filter(({ state }) => state !== 'completed'));
  const line = lineOf(knots);
  return line && Math.max(line.place, line.place + line.pace * (doneAt - line.at));
}
