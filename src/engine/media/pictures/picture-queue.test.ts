// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createPictureQueue } from './picture-queue';
import type { Outcome } from './take-picture';

const ENOUGH_MS = 120_000;

let told: (card: Element, isIntersecting: boolean) => void;
const under = new Set<Element>();

beforeEach(() => {
  vi.useFakeTimers();
  under.clear();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
        told = (target, isIntersecting) => tell([{ target, isIntersecting }]);
      }
      observe(card: Element): void {
        if (under.has(card)) told(card, true);
        under.add(card);
      }
      unobserve(): void {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('pictures are taken', () => {
  it('of cards on the screen only, one at a time', async () => {
    const { show, running, taken, most } = queueOf(['a', 'b', 'c']);
    show('a', true);
    show('c', true);
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect(taken).toEqual(['a', 'c']);
    expect(running).toEqual([]);
    expect(most()).toBe(1);
  });

  it('of none that has left before its turn', async () => {
    const { show, taken } = queueOf(['a', 'b']);
    show('a', true);
    show('b', true);
    show('b', false);
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect(taken).toEqual(['a']);
  });

  it('never where data is saved', async () => {
    vi.stubGlobal('navigator', { onLine: true, connection: { saveData: true } });
    const { show, taken } = queueOf(['a']);
    show('a', true);
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect(taken).toEqual([]);
  });

  it('not while the page is hidden', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { show, taken } = queueOf(['a']);
    show('a', true);
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect(taken).toEqual([]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect(taken).toEqual(['a']);
  });

  it('not while a video plays, and after it', async () => {
    const video = document.createElement('video');
    const paused = vi.spyOn(video, 'paused', 'get').mockReturnValue(false);
    document.body.append(video);
    const { show, taken } = queueOf(['a']);
    show('a', true);
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect(taken).toEqual([]);
    paused.mockReturnValue(true);
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect(taken).toEqual(['a']);
  });

  it('and broken off when one begins to play', async () => {
    const video = document.createElement('video');
    const paused = vi.spyOn(video, 'paused', 'get').mockReturnValue(true);
    document.body.append(video);
    const { show, taken, brokenOff, running } = queueOf(['a']);
    show('a', true);
    await vi.advanceTimersByTimeAsync(210);
    expect(running).toEqual(['a']);
    paused.mockReturnValue(false);
    video.dispatchEvent(new Event('play'));
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect({ taken, brokenOff }).toEqual({ taken: [], brokenOff: ['a'] });
    paused.mockReturnValue(true);
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect(taken).toEqual(['a']);
  });

  it.each(['none', 'gone'] as const)('once where there is %s', async (outcome) => {
    const { show, taken } = queueOf(['a'], outcome);
    show('a', true);
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    show('a', false);
    show('a', true);
    await vi.advanceTimersByTimeAsync(ENOUGH_MS);
    expect(taken).toEqual(['a']);
  });

  it('a few times where one comes to nothing, ever more seldom', async () => {
    const { show, taken } = queueOf(['a'], 'later');
    show('a', true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(taken.length).toBe(2);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(taken.length).toBe(7);
  });
});

function queueOf(names: readonly string[], outcome: Outcome = 'taken') {
  const running: string[] = [];
  const taken: string[] = [];
  const brokenOff: string[] = [];
  let most = 0;
  const queue = createPictureQueue(async ({ taskId }, _, signal) => {
    running.push(taskId);
    most = Math.max(most, running.length);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    running.splice(running.indexOf(taskId), 1);
    (signal.aborted ? brokenOff : taken).push(taskId);
    return outcome;
  });
  const cards = new Map(names.map((name) => [name, document.createElement('div')]));
  for (const [taskId, card] of cards) {
    queue.watch({ ref: { base: 'https://one.test', taskId }, source: 'x', card });
  }
  const show = (name: string, isIntersecting: boolean): void => {
    const card = cards.get(name);
    if (card) told(card, isIntersecting);
  };
  return { show, running, taken, brokenOff, most: () => most };
}
