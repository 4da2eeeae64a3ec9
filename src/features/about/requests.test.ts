import { expect, it, vi } from 'vitest';

import { requests, requestsNote, seenIn, watchRequests } from './requests';

const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';
const entry = { startTime: 10, duration: 81.4, responseStatus: 200 };

it('notes where a request went and what came back, without what a link carries', () => {
  const seen = seenIn({ ...entry, name: 'https://v.example/a.mp4?signature=abc#t=1' });
  expect(seen).toMatchObject({ address: 'https://v.example/a.mp4', status: 200, tookMs: 81 });
});

it('notes no key, wherever a service may want it', () => {
  const inPath = seenIn({ ...entry, name: `https://api.example.com/${KEY}/v1/videos/a` });
  const inQuery = seenIn({ ...entry, name: `https://api.example.com/v1/videos/a?key=${KEY}` });
  expect(requestsNote([inPath, inQuery], '1.0', 'Browser')).not.toContain(KEY);
});

it('says when it is not known what was answered', () => {
  const note = requestsNote(
    [seenIn({ ...entry, name: 'https://a.b/', responseStatus: 0 })],
    '1',
    '',
  );
  expect(note).toMatch(/\d{4}-\d\d-\d\dT[\d:.]+Z {2}--- +81 ms {2}https:\/\/a\.b\/$/);
});

it('watches from the start on, once, and keeps the latest', () => {
  let tell: (count: number) => void = () => {};
  const observe = vi.fn<(options: unknown) => void>();
  class FakeObserver {
    observe = observe;
    constructor(heard: (list: { getEntries: () => unknown[] }) => void) {
      tell = (count) =>
        heard({
          getEntries: () => Array.from({ length: count }, (_, n) => ({ ...entry, name: `a${n}` })),
        });
    }
  }
  vi.stubGlobal('PerformanceObserver', FakeObserver);
  watchRequests();
  watchRequests();
  vi.unstubAllGlobals();
  expect(observe.mock.calls).toEqual([[{ type: 'resource', buffered: true }]]);
  tell(250);
  tell(400);
  expect(requests.getState()).toHaveLength(500);
  expect(requests.getState().at(-1)?.address).toBe('a399');
});
