import { expect, it } from 'vitest';

import { isUnknownRoute } from './errors';
import { readAnswer } from './read-answer';

it.each([
  ['a page', 404, '<html></html>', true],
  ['a router’s words', 404, '404 page not found', true],
  ['an invalid URL', 404, '{"error":{"message":"Invalid URL (GET /v1/videos/a)"}}', true],
  ['FastAPI without a route', 404, '{"detail":"Not Found"}', true],
  ['nothing at all', 404, '', true],
  ['a missing task', 404, '{"detail":"Video not found"}', false],
  ['a missing task as 400', 400, '{"code":"task_not_exist","message":"task_not_exist"}', false],
  ['a refused key', 401, '{"error":"Unauthorized"}', false],
])('%s at HTTP %i: %s', (_name, status, body, expected) => {
  const reading = readAnswer({ status, contentType: '', body });
  expect('problem' in reading && isUnknownRoute(reading.problem)).toBe(expected);
});
