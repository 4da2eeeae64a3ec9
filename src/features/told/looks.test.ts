// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { NOW } from '~test/builders';

import type { Away } from '~/engine/answers/end';
import { awayBefore, followLooks, isUsed, readLooks, withLook } from './looks';

const MIN = 60_000;
const NEVER = { seenAt: 0, usedAt: 0, tab: null };

describe('what tabs know of each other', () => {
  const used = (tab: string) => ({ tab, isVisible: true, isUsed: true });
  const left = (tab: string) => ({ tab, isVisible: true, isUsed: false });

  it('is that one is used, until it is left', () => {
    const one = withLook(NEVER, used('a'), NOW);
    expect(isUsed(one, NOW + 5000)).toBe(true);
    expect(isUsed(withLook(one, left('a'), NOW + 5000), NOW + 5000)).toBe(false);
  });

  it('holds if a tab hears too late that the person went on to another one', () => {
    const other = withLook(withLook(NEVER, used('a'), NOW), used('b'), NOW + 10);
    const late = withLook(other, { tab: 'a', isVisible: false, isUsed: false }, NOW + 20);
    expect(isUsed(late, NOW + 20)).toBe(true);
  });

  it('ends where a tab that is used has crashed', () => {
    expect(isUsed(withLook(NEVER, used('a'), NOW), NOW + MIN)).toBe(false);
  });

  it('remembers until when a tab was used that is left', () => {
    const after = withLook(withLook(NEVER, used('a'), NOW), left('a'), NOW + 4000);
    expect(after).toEqual({ seenAt: NOW + 4000, usedAt: NOW + 4000, tab: null });
  });
});

describe('the person was away', () => {
  const seen = { ...NEVER, seenAt: NOW };

  it('after five minutes, or if the page had been closed', () => {
    expect(awayBefore(seen, NOW + 5 * MIN, false)).toEqual({ from: NOW, to: NOW + 5 * MIN });
    expect(awayBefore(seen, NOW + 4 * MIN, false)).toBeNull();
    expect(awayBefore(seen, NOW + MIN, true)).toEqual({ from: NOW, to: NOW + MIN });
    expect(awayBefore(seen, NOW + 1000, true)).toBeNull();
  });

  it('not if they never were here, or the clock was set back', () => {
    expect(awayBefore(NEVER, NOW, true)).toBeNull();
    expect(awayBefore(seen, NOW - MIN, true)).toBeNull();
  });
});

describe('a tab', () => {
  const store = new Map<string, string>();
  let visibility: DocumentVisibilityState;
  let time: number;
  let stop = (): void => {};
  const back: Away[] = [];

  beforeEach(() => {
    store.clear();
    back.length = 0;
    time = NOW;
    visibility = 'visible';
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  });
  afterEach(() => {
    stop();
    vi.restoreAllMocks();
  });

  const items = {
    getItem: (name: string) => store.get(name) ?? null,
    setItem: (name: string, text: string) => void store.set(name, text),
  };
  const open = (): void => {
    stop = followLooks({
      store: items,
      tab: 'a',
      now: () => time,
      onBack: (away) => back.push(away),
      onSeen: () => {},
    });
  };
  const turn = (to: DocumentVisibilityState, minutes: number): void => {
    time += minutes * MIN;
    visibility = to;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('says for how long nobody looked when it is looked at again', () => {
    open();
    turn('hidden', 1);
    turn('visible', 4);
    turn('hidden', 1);
    turn('visible', 20);
    expect(back).toEqual([{ from: NOW + 6 * MIN, to: NOW + 26 * MIN }]);
  });

  it('that was opened in the background does so when it is first looked at', () => {
    store.set('rushes-looks', JSON.stringify({ ...NEVER, seenAt: NOW - MIN }));
    visibility = 'hidden';
    open();
    expect(back).toEqual([]);
    turn('visible', 1);
    expect(back).toEqual([{ from: NOW - MIN, to: NOW + MIN }]);
  });

  it('starts anew from whatever was stored', () => {
    store.set('rushes-looks', '{"seenAt":"yesterday"');
    expect(readLooks(items)).toEqual(NEVER);
    open();
    expect(readLooks(items).seenAt).toBe(NOW);
  });
});
