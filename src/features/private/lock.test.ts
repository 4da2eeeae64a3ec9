// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { hasLock, LOCK, locked } from '~/prefs/locked';

import { lockNow, removeLock, setLock, unlock, watchIdle } from './lock';

const WORDS = 'a lighthouse';
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  removeLock();
  vi.useRealTimers();
});

const isLocked = () => locked.getState().isLocked;

it('locks after the minutes without a key or a pointer, and not before', async () => {
  await setLock(WORDS, '5');
  vi.advanceTimersByTime(4 * MINUTE);
  dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(isLocked()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isLocked()).toBe(true);
});

it('locks at once when a computer wakes up that slept for longer', async () => {
  await setLock(WORDS, '5');
  vi.setSystemTime(Date.now() + 60 * MINUTE);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(isLocked()).toBe(true);
});

it('opens by its passphrase alone, however it is typed', async () => {
  await setLock('Löwe am Fluß', '5');
  lockNow();
  expect(await unlock('Löwe am Fluss')).toBe(false);
  expect(isLocked()).toBe(true);
  expect(await unlock('Löwe am Fluß'.normalize('NFD'))).toBe(true);
  expect(isLocked()).toBe(false);
});

it('stores no passphrase', async () => {
  await setLock(WORDS, '5');
  expect(localStorage.getItem(LOCK)).not.toContain(WORDS);
});

it('never locks without a lock, nor by a damaged one', () => {
  watchIdle();
  vi.advanceTimersByTime(600 * MINUTE);
  expect(isLocked()).toBe(false);
  localStorage.setItem(LOCK, '{"minutes": "0"}');
  expect(hasLock()).toBe(true);
  watchIdle();
  vi.advanceTimersByTime(600 * MINUTE);
  expect(isLocked()).toBe(false);
});

it('a damaged lock locks nobody out', async () => {
  localStorage.setItem(LOCK, 'x');
  lockNow();
  expect(await unlock('anything')).toBe(true);
});
