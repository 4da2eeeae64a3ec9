// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';

import { keptStore } from './kept-store';

const read = (stored: unknown): { all: readonly string[] } => {
  const { all } = Object(stored) as { all?: unknown };
  return { all: Array.isArray(all) ? all.map(String) : [] };
};
const open = (name: string) => keptStore(name, read(null), read);
const add = (kept: ReturnType<typeof open>, one: string): void =>
  kept.change(({ all }) => ({ all: [...all, one] }));

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('a change is made to what another tab has stored meanwhile', () => {
  const [here, there] = [open('test-a'), open('test-a')];
  add(there, 'theirs');
  add(here, 'mine');
  expect(here.store.getState().all).toEqual(['theirs', 'mine']);
});

test('without storage changes last until the tab closes', () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('Not allowed', 'SecurityError');
  });
  const kept = open('test-b');
  add(kept, 'one');
  add(kept, 'two');
  kept.reread();
  expect(kept.store.getState().all).toEqual(['one', 'two']);
});

test('on a full disk changes are made all the same, and stored when there is room', () => {
  const kept = open('test-c');
  add(kept, 'stored');
  const full = vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  add(kept, 'one');
  add(kept, 'two');
  expect(kept.store.getState().all).toEqual(['stored', 'one', 'two']);
  expect(full).toHaveBeenCalledTimes(2);
  full.mockRestore();
  add(kept, 'three');
  expect(open('test-c').store.getState().all).toEqual(['stored', 'one', 'two', 'three']);
});
