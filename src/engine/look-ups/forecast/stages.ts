import type { Answer, Sighting } from '~/core/answer';
import type { TaskState } from '~/core/task';
import { creationOf } from '~/core/creation';

/** A period of the task's life under one status word, as seen by the look-ups. Epoch ms. */
export interface Stage {
  /** State and word: the same word may mean another state elsewhere. */
  name: string;
  state: TaskState;
  /** It began after this … */
  afterAt: number;
  /** … and was first seen at this time. */
  seenAt: number;
  /** Its last sighting. */
  lastAt: number;
}

/** How old, in ms, a creation time may be to be believed. */
const OLDEST = 6 * 3_600_000;

/** The stages seen so far, oldest first. */
export function stagesOf(answer: Answer): Stage[] {
  const stages: Stage[] = [];
  for (const sighting of answer.sightings) {
    const last = stages.at(-1);
    const name = stageName(sighting);
    if (last?.name === name) {
      last.lastAt = Math.max(last.lastAt, sighting.at);
      continue;
    }
    const afterAt = last ? last.lastAt : orderedAt(answer, sighting.at);
    const { state, at } = sighting;
    stages.push({ name, state, afterAt: Math.min(afterAt, at), seenAt: at, lastAt: at });
  }
  return stages;
}

/** When the stage began, as well as is known. */
export function beganAt(stage: Stage): number {
  return (stage.afterAt + stage.seenAt) / 2;
}

/** A stage's name, from state and status word. */
function stageName(sighting: Pick<Sighting, 'state' | 'word'>): string {
  return `${sighting.state}:${(sighting.word ?? '').trim().toLowerCase().slice(0, 40)}`;
}

/** The service's creation time if it is plausible, or else the first sighting. */
export function orderedAt(answer: Answer, firstSeenAt: number): number {
  const said = creationOf(answer);
  return said === null || said < firstSeenAt - OLDEST ? firstSeenAt : said;
}

/** The first stage of the current run: a task that goes back into the queue starts again. */
export function runStart(stages: readonly Stage[]): Stage | null {
  let start: Stage | null = null;
  for (const stage of stages) {
    if (stage.state === 'queued' || stage.state === 'unknown') start = null;
    else if (stage.state === 'running') start ??= stage;
  }
  return start;
}
