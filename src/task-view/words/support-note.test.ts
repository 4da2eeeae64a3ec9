import { expect, it } from 'vitest';

import type { Answer } from '~/core/answer';
import { aSighting, aTracked, anAnswer, NOW } from '~test/builders';

import { supportNote } from './support-note';

it('tells the service what it needs, and the key only masked', () => {
  const answer: Answer = {
    ...anAnswer({ model: 'veo3', createdAt: NOW - 3_600_000 }),
    sightings: Array.from({ length: 30 }, (_, index) =>
      aSighting({
        at: NOW - 30_000 + index * 1000,
        state: 'running',
        word: 'in_progress',
        progress: index,
      }),
    ),
    problem: { kind: 'server', httpStatus: 502, message: 'secret words', retryAfterMs: null },
    problemCount: 3,
  };
  const note = supportNote(aTracked({ taskId: 'video_1' }), answer, 'sk-Vb3k…9f2c', NOW);
  expect(note).toContain('Task id: video_1');
  expect(note).toContain('Key: sk-Vb3k…9f2c');
  expect(note).toContain('Last problem: server (HTTP 502), 3 in a row');
  expect(note.split('Answers seen:')[1]?.trim().split('\n')).toHaveLength(9);
  expect(note).toContain('in_progress 29%');
});
