// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createTestBrowser, TestChannel, type TestBrowser } from './test-browser';

const BASE = 'https://a.test';
const REF = { base: BASE, taskId: 'video_1' };
const KEY = 'sk-one-1234567890abcd';

let opened: TestBrowser | null = null;
beforeEach(() => void vi.stubGlobal('BroadcastChannel', TestChannel));
afterEach(() => {
  opened?.close();
  vi.unstubAllGlobals();
});

it('a scheme is heard by the tab that asks, by tabs opened later, and by the next visit', async () => {
  const { clock, open } = (opened = createTestBrowser((_url, _tab, _now, headers) =>
    headers.get('x-api-key') === KEY
      ? Response.json({ status: 'in_progress', progress: 40 })
      : Response.json({ error: { message: 'x-api-key is required' } }, { status: 401 }),
  ));
  const [leader, other] = [await open(), await open()];
  await leader.add({
    base: BASE,
    keys: [KEY],
    keep: 'tab',
    tasks: [{ taskId: REF.taskId, label: null }],
    batch: null,
  });
  await clock.advance(10_000);
  expect(other.status.getState().leading).toBe(false);
  expect(other.answers.get(REF).problem?.wants).toBe('another-scheme');
  other.setScheme(BASE, 'x-api-key');
  await clock.advance(1000);
  expect(leader.schemeOf(BASE)).toBe('x-api-key');
  expect(other.answers.get(REF)).toMatchObject({
    problem: null,
    task: { state: 'running' },
  });
  const later = await open();
  await clock.advance(1000);
  expect(later.schemeOf(BASE)).toBe('x-api-key');
});
