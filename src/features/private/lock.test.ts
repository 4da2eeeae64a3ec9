// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { hasLock, LOCK, locked } from '~/prefs/locked';

import { beginWork } from '~/ui/unfinished';

import { followLock, lockNow, removeLock, setLock, unlock } from './lock';

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

it('locks when a computer that slept is touched, though no timer and no event came before', async () => {
  await setLock(WORDS, '5');
  vi.setSystemTime(Date.now() + 480 * MINUTE);
  dispatchEvent(new Event('pointermove'));
  expect(isLocked()).toBe(true);
});

it('leaves the page alone behind the lock: nothing runs until it is opened', async () => {
  await setLock(WORDS, '5');
  vi.advanceTimersByTime(6 * MINUTE);
  expect(isLocked()).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  expect(await unlock(WORDS)).toBe(true);
  vi.advanceTimersByTime(5 * MINUTE + 1000);
  expect(isLocked()).toBe(true);
});

it('waits for a download or a text that is not done', async () => {
  await setLock(WORDS, '5');
  const end = beginWork();
  vi.advanceTimersByTime(10 * MINUTE);
  expect(isLocked()).toBe(false);
  end();
  vi.advanceTimersByTime(1000);
  expect(isLocked()).toBe(true);
});

it('goes by all tabs: one that is worked in keeps the others open, one that locks closes them', async () => {
  await setLock(WORDS, '5');
  vi.advanceTimersByTime(4 * MINUTE);
  localStorage.setItem('rushes-touched', String(Date.now()));
  vi.advanceTimersByTime(4 * MINUTE);
  expect(isLocked()).toBe(false);
  localStorage.setItem('rushes-locked', 'yes');
  dispatchEvent(new StorageEvent('storage', { key: 'rushes-locked', newValue: 'yes' }));
  expect(isLocked()).toBe(true);
  localStorage.removeItem('rushes-locked');
  dispatchEvent(new StorageEvent('storage', { key: 'rushes-locked', newValue: null }));
  expect(isLocked()).toBe(false);
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
  followLock();
  vi.advanceTimersByTime(600 * MINUTE);
  expect(isLocked()).toBe(false);
  localStorage.setItem(LOCK, '{"minutes": "0"}');
  expect(hasLock()).toBe(true);
  followLock();
  vi.advanceTimersByTime(600 * MINUTE);
  expect(isLocked()).toBe(false);
});

it('a damaged lock locks nobody out', async () => {
  localStorage.setItem(LOCK, 'x');
  lockNow();
  expect(await unlock('anything')).toBe(true);
});
