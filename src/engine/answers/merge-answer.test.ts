import { describe, expect, it } from 'vitest';

import { MAX_SIGHTINGS, NO_ANSWER, type Answer } from '~/core/answer';
import type { LookUpProblem, Task } from '~/core/task';
import { aTask } from '~test/builders';

import { mergeAnswer } from './merge-answer';

const task = (over: Partial<Task> = {}): Task => aTask({ progress: 10, ...over });
const problem = (kind: LookUpProblem['kind']): LookUpProblem => ({
  kind,
  message: null,
  httpStatus: null,
  retryAfterMs: null,
});
const after = (tasks: Partial<Task>[], from: Answer = NO_ANSWER): Answer =>
  tasks.reduce(
    (answer, over, index) => mergeAnswer(answer, { task: task(over) }, '{}', (index + 1) * 1000),
    from,
  );

describe('mergeAnswer', () => {
  it('keeps the last good state when a look-up has a problem', () => {
    const good = after([{ progress: 40, prompt: 'a cat' }]);
    const bad = mergeAnswer(good, { problem: problem('server') }, null, 9000);
    expect(bad.task).toEqual(good.task);
    expect(bad).toMatchObject({
      problemCount: 1,
      problemSince: 9000,
      askedAt: 9000,
      answeredAt: 1000,
    });
  });

  it('counts problems of one kind in a row and starts again with another kind', () => {
    let answer = mergeAnswer(NO_ANSWER, { problem: problem('not_found') }, null, 1000);
    answer = mergeAnswer(answer, { problem: problem('not_found') }, null, 2000);
    expect(answer).toMatchObject({ problemCount: 2, problemSince: 1000 });
    answer = mergeAnswer(answer, { problem: problem('network') }, null, 3000);
    expect(answer).toMatchObject({ problemCount: 1, problemSince: 3000 });
    expect(after([{}], answer)).toMatchObject({ problem: null, problemCount: 0 });
  });

  it('remembers what a later answer leaves out', () => {
    const answer = after([
      { prompt: 'a cat', images: ['https://x.test/a.png'], model: 'veo3' },
      { state: 'completed', progress: 100 },
    ]);
    expect(answer.task).toMatchObject({
      state: 'completed',
      prompt: 'a cat',
      images: ['https://x.test/a.png'],
      model: 'veo3',
    });
  });

  it('gives a new fact nothing that a newer build knew of the one before', () => {
    const about = { kind: 'auth' as const, message: 'no', httpStatus: 403, retryAfterMs: null };
    const refused = mergeAnswer(NO_ANSWER, { problem: { ...about, about: 'key' } }, null, 1);
    const other = mergeAnswer(
      refused,
      { problem: { ...about, message: 'not this model' } },
      null,
      2,
    );
    expect(other.problem).toEqual({ ...about, message: 'not this model' });
    expect(mergeAnswer(refused, { problem: about }, null, 2).problem).toHaveProperty(
      'about',
      'key',
    );
    const link = { kind: 'link' as const, url: 'https://x.test/v.mp4', etag: 'old' };
    expect(after([{ video: link }, { video: { kind: 'content' } }]).task?.video).toEqual({
      kind: 'content',
    });
  });

  it('does not un-finish a task that the service has only forgotten', () => {
    const answer = after([
      {
        state: 'completed',
        progress: 100,
        video: { kind: 'link', url: 'https://x.test/v.mp4' },
        completedAt: 5,
        expiresAt: 9,
      },
      { state: 'unknown', progress: null },
    ]);
    expect(answer.task).toMatchObject({
      state: 'completed',
      video: { kind: 'link' },
      completedAt: 5,
      expiresAt: 9,
    });
  });

  it('keeps a video that is there, whatever word comes later', () => {
    const answer = after([
      { state: 'completed', progress: 100, video: { kind: 'content' } },
      { state: 'running', statusWord: 'processing', progress: 40 },
    ]);
    expect(answer.task).toMatchObject({ state: 'completed', progress: 100 });
  });

  it('believes a service that tries a failed task again', () => {
    const answer = after([{ state: 'failed' }, { state: 'running', progress: 5 }]);
    expect(answer.task).toMatchObject({ state: 'running', progress: 5 });
  });

  it.each([
    ['a share that turns out to be percent', [40, 3, 50], 50],
    ['a number that goes back and forth', [30, 60, 20], 60],
  ])('lets no bar fall for %s', (_name, numbers, last) => {
    const seen = numbers.map((progress): Partial<Task> => ({ state: 'running', progress }));
    const shown = seen.map((_, index) => after(seen.slice(0, index + 1)).task?.progress ?? 0);
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    expect(shown.at(-1)).toBe(last);
    expect(after(seen).sightings.map(({ progress }) => progress)).toEqual(numbers);
  });

  it('lets a task that waits again begin again', () => {
    const answer = after([
      { state: 'running', progress: 80 },
      { state: 'queued', progress: 0 },
      { state: 'running', progress: 5 },
    ]);
    expect(answer.task?.progress).toBe(5);
  });

  it('writes down every change, and only the first and last of a stretch without any', () => {
    const answer = after([{ progress: 10 }, { progress: 10 }, { progress: 10 }, { progress: 30 }]);
    expect(answer.sightings.map(({ at, progress }) => [at, progress])).toEqual([
      [1000, 10],
      [3000, 10],
      [4000, 30],
    ]);
  });

  it('keeps the first and the latest sightings when there are too many', () => {
    const answer = after(Array.from({ length: 300 }, (_, index) => ({ progress: index / 3 })));
    expect(answer.sightings.length).toBeLessThanOrEqual(MAX_SIGHTINGS);
    expect(answer.sightings[0]?.at).toBe(1000);
    expect(answer.sightings.at(-1)?.at).toBe(300_000);
  });

  it('moves what was seen with a clock that is set back', () => {
    const before = {
      ...after([
        { state: 'running', progress: 10 },
        { state: 'running', progress: 20 },
      ]),
    };
    const [first, second] = before.sightings;
    const planned = { ...before, nextAt: (before.askedAt ?? 0) + 5000 };
    const now = (before.askedAt ?? 0) - 86_400_000;
    const { sightings } = mergeAnswer(
      planned,
      { task: aTask({ state: 'running', progress: 30 }) },
      null,
      now,
    );
    expect(sightings.map(({ at }) => at - now)).toEqual([
      (first?.at ?? 0) - (second?.at ?? 0) - 5000,
      -5000,
      0,
    ]);
  });
});
