import type { Answer } from './answer';
import { lifeOf, type Life } from './took';
import type { TrackedTask } from './tracked';

/** Milestones of a task in epoch ms, null if unknown. */
interface Times extends Life {
  /** When it started to run: as submitted if the service says when, or else first seen running. */
  startedAt: number | null;
}

/** When things happened, as far as the service and this page agree. */
export function timesOf(tracked: TrackedTask, answer: Answer): Times {
  const life = lifeOf(tracked, answer);
  const running = answer.sightings.find(({ state }) => state === 'running')?.at ?? null;
  const said = life.since === answer.task?.createdAt;
  return { ...life, startedAt: said ? life.since : running };
}
