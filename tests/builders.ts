import { NO_ANSWER, type Answer, type Sighting } from '~/core/answer';
import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { ServiceKeys } from '~/engine/answers/service-keys';

/** A moment to count from in tests: 23 November 2026, 14:33 UTC. */
export const NOW = Date.UTC(2026, 10, 23, 14, 33);

/** A running task about which the service said nothing else; say what matters to the test. */
export function aTask(change: Partial<Task> = {}): Task {
  return {
    id: 'task_1',
    state: 'running',
    statusWord: null,
    progress: null,
    queue: null,
    prompt: null,
    enhancedPrompt: null,
    images: [],
    video: null,
    thumbnail: null,
    failure: null,
    model: null,
    width: null,
    height: null,
    seconds: null,
    orientation: null,
    createdAt: null,
    completedAt: null,
    expiresAt: null,
    updatedAt: null,
    ...change,
  };
}

/** What is known after one readable look-up at `NOW`. */
export function anAnswer(task: Partial<Task> | null, change: Partial<Answer> = {}): Answer {
  if (task === null) return { ...NO_ANSWER, ...change };
  const made = aTask(task);
  return {
    ...NO_ANSWER,
    task: made,
    askedAt: NOW,
    answeredAt: NOW,
    sightings: [aSighting({ state: made.state, word: made.statusWord, progress: made.progress })],
    ...change,
  };
}

export function aSighting(change: Partial<Sighting> = {}): Sighting {
  return { at: NOW, state: 'running', word: null, progress: null, ...change };
}

/** A card on the board, with a key. */
export function aTracked(change: Partial<TrackedTask> = {}): TrackedTask {
  return {
    base: 'https://api.example.com',
    taskId: 'task_1',
    connectionId: 'c1',
    otherConnectionIds: [],
    label: null,
    batch: null,
    shot: null,
    columns: {},
    note: null,
    tags: [],
    addedAt: NOW,
    seenAt: null,
    pickedAt: null,
    changedAt: null,
    ...change,
  };
}

/** The keys of a service that has one, which works. */
export function serviceKeys(change: Partial<ServiceKeys> = {}): ServiceKeys {
  return { loss: null, several: false, team: false, ...change };
}
