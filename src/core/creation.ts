import type { Answer } from './answer';

/** The service's creation time, unless the page had seen the task before that. */
export function creationOf({ task, sightings: [first] }: Answer): number | null {
  const said = task?.createdAt ?? null;
  return said !== null && (first === undefined || said <= first.at) ? said : null;
}
