// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';

import { tellChoices } from './choices';
import { takeMuted } from './take-muted';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it('takes each mute once, and leaves what comes meanwhile', async () => {
  const entry = (key: string) => ({ address: '#/', key, name: key });
  const kept = new Map([['./muted/a', entry('a')]]);
  vi.stubGlobal('caches', {
    has: async () => true,
    open: async () => ({
      keys: async () => [...kept.keys()],
      match: async (url: string) => {
        const found = kept.get(url);
        kept.set('./muted/late', entry('late'));
        return found && Response.json(found);
      },
      delete: async (url: string) => kept.delete(url),
    }),
  });
  const muted = () => tellChoices.getState().muted.map(({ key }) => key);
  await takeMuted();
  expect(muted()).toEqual(['a']);
  expect([...kept.keys()]).toEqual(['./muted/late']);
  await takeMuted();
  expect(muted()).toEqual(['a', 'late']);
});
