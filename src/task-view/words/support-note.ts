import type { Answer, Sighting } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';

/** Sightings in a note: the first one and this many of the latest. */
const LATEST = 8;

/**
 * What a service's support needs to find a task: id, times in UTC, the last answers. In English and plain text, because
 * it is sent to the service; the key appears only masked.
 * @param now epoch ms
 */
export function supportNote(
  tracked: TrackedTask,
  answer: Answer,
  keyMask: string | null,
  now: number,
): string {
  const { task, sightings } = answer;
  const shown =
    sightings.length > LATEST + 1 ? [sightings[0], ...sightings.slice(-LATEST)] : sightings;
  const facts: [string, string | null][] = [
    ['Task id', tracked.taskId],
    ['Service', tracked.base],
    ['Key', keyMask],
    ['Model', task?.model ?? null],
    ['Created', time(task?.createdAt ?? null)],
    ['Watched since', time(tracked.addedAt)],
    ['Last readable answer', time(answer.answeredAt)],
    ['Last look-up', time(answer.askedAt)],
    ['Last problem', answer.problem ? problemText(answer) : null],
    ['Note written', time(now)],
  ];
  return [
    ...facts.flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`)),
    'Answers seen:',
    ...shown.flatMap((one) => (one ? `  ${sightingText(one)}` : [])),
  ].join('\n');
}

function time(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function sightingText({ at, state, word, progress }: Sighting): string {
  const percent = progress === null ? '' : ` ${progress}%`;
  return `${time(at)} ${word ?? state}${percent}`;
}

function problemText({ problem, problemCount }: Answer): string {
  const status = problem?.httpStatus ? ` (HTTP ${problem.httpStatus})` : '';
  const about = problem?.about === undefined ? '' : ` about the ${problem.about}`;
  return `${problem?.kind}${about}${status}, ${problemCount} in a row`;
}
