import { afterEach, expect, test, vi } from 'vitest';

import { lazyGateway } from './lazy-gateway';

const request = {
  base: 'https://video.example',
  path: null,
  id: 'video_1',
  apiKey: 'sk-1',
  fetch: async () => Response.json({ id: 'video_1', status: 'queued' }),
  signal: new AbortController().signal,
  now: Date.now,
};

afterEach(() => {
  vi.doUnmock('~/engine/gateway/gateway');
});

test('a look-up whose code did not arrive failed for want of a network, and the next one loads it', async () => {
  vi.doMock('~/engine/gateway/gateway', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  expect(await lazyGateway.lookUp(request)).toMatchObject({ problem: { kind: 'network' } });
  expect(await lazyGateway.tryContent(request)).toBe('unclear');
  vi.doUnmock('~/engine/gateway/gateway');
  expect(await lazyGateway.lookUp(request)).toMatchObject({ task: { state: 'queued' } });
});
