import { expect, test } from 'vitest';

import { NO_ANSWER } from '~/core/answer';
import { anAnswer } from '~test/builders';

import { withLinksEnd } from './links-end';

const HOUR = 3_600_000;
const done = (over: object = {}) =>
  anAnswer(
    { state: 'completed', video: { kind: 'link', url: 'https://cdn.test/a.mp4' }, ...over },
    { answeredAt: 5000 },
  );

test('a link ends so long after the task, else after it was first seen', () => {
  expect(withLinksEnd(done({ completedAt: 1000 }), NO_ANSWER, HOUR).task?.expiresAt).toBe(
    1000 + HOUR,
  );
  const first = withLinksEnd(done(), NO_ANSWER, HOUR);
  expect(first.task?.expiresAt).toBe(5000 + HOUR);
  expect(withLinksEnd({ ...done(), answeredAt: 9000 }, first, HOUR).task?.expiresAt).toBe(
    5000 + HOUR,
  );
});

test('a new link lives again', () => {
  const first = withLinksEnd(done(), NO_ANSWER, HOUR);
  const renewed = done({ video: { kind: 'link', url: 'https://cdn.test/b.mp4' } });
  expect(withLinksEnd({ ...renewed, answeredAt: 9000 }, first, HOUR).task?.expiresAt).toBe(
    9000 + HOUR,
  );
});

test('what the service says counts, and where nobody knows nothing is said', () => {
  expect(withLinksEnd(done({ expiresAt: 7 }), NO_ANSWER, HOUR).task?.expiresAt).toBe(7);
  expect(withLinksEnd(done(), NO_ANSWER, null).task?.expiresAt).toBeNull();
  const content = done({ video: { kind: 'content' } });
  expect(withLinksEnd(content, NO_ANSWER, HOUR)).toBe(content);
});
