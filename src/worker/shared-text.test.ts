import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { handShared, takeShared } from './shared-text';

const HOME = 'https://host.test/rushes/';
const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  handShared();
});

/** A share as the browser sends it. */
function share(
  fields: Record<string, string>,
  { url = `${HOME}shared`, method = 'POST', mode = 'navigate' } = {},
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const request = new Request(url, { method, ...(method === 'POST' ? { body } : {}) });
  // Only browsers make requests of this mode.
  Object.defineProperty(request, 'mode', { value: mode });
  return takeShared({ request, waitUntil: () => {} }, HOME);
}

test('what is shared is handed on once, and stands in no address', async () => {
  const reply = await share({ title: '', text: `key is ${KEY}`, url: 'https://a.test' });
  expect(reply?.status).toBe(303);
  expect(reply?.headers.get('location')).toBe(`${HOME}#/shared`);
  expect(handShared()).toBe(`key is ${KEY}\nhttps://a.test`);
  expect(handShared()).toBeNull();
});

test('it is forgotten where nobody asks for it', async () => {
  await share({ text: 'task_1' });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(handShared()).toBeNull();
});

test('a later share is not forgotten with an earlier one', async () => {
  await share({ text: 'task_1' });
  await vi.advanceTimersByTimeAsync(20_000);
  await share({ text: 'task_2' });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(handShared()).toBe('task_2');
});

test.each([
  [{ url: `${HOME}shared?x=1` }],
  [{ url: `${HOME}clip/shared` }],
  [{ method: 'GET' }],
  // A script, which could read the answer.
  [{ mode: 'cors' }],
])('%o is no share', (how) => {
  expect(share({ text: 'task_1' }, how)).toBeNull();
});
