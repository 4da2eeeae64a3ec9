import type { Answer, Sighting } from '~/core/answer';

import type { HistoryKey, Outcome } from './history';
import { pickSightings, stepOf } from './readings';
import { beganAt, orderedAt, runStart, stagesOf, type Stage } from './stages';

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
    ...lineOf(answer.sightings, run, doneAt),
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
function lineOf(
  sightings: readonly Sighting[],
  run: Stage | null,
  doneAt: number,
): Pick<Outcome, 'lineEnd' | 'lastShown'> {
  const lived = sightings.filter(({ state }) => state !== 'completed');
  const shown = pickSightings(lived).filter(({ progress }) => (progress ?? 100) < 100);
  const lastShown = shown.at(-1)?.progress ?? null;
  const first = shown.findIndex(({ progress }) => progress === lastShown);
  const reached = shown[first];
  if (!run || !reached || lastShown === null || lastShown <= 0) return { lineEnd: null, lastShown };
  const startAt = beganAt(run);
  const took = reached.at - startAt;
  // A start known too imprecisely would teach nonsense.
  if (!(took > 0) || run.seenAt - run.afterAt > took / 3) return { lineEnd: null, lastShown };
  const gap = reached.at - (shown[first - 1]?.at ?? startAt);
  const place = lastShown + Math.min(stepOf(shown), (lastShown / took) * gap) / 2;
  return { lineEnd: (place / took) * (doneAt - startAt), lastShown };
}
