import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { playTone } from './sound';

/** What was heard, and whether each context was closed. */
const heard: number[] = [];
const contexts: { closed: boolean; resolve: () => void }[] = [];
let mayStart = true;

class FakeContext {
  state = 'suspended';
  currentTime = 0;
  destination = {};
  readonly #own = { closed: false, resolve: (): void => {} };
  constructor() {
    contexts.push(this.#own);
  }
  async resume(): Promise<void> {
    if (!mayStart) await new Promise<void>((resolve) => void (this.#own.resolve = resolve));
    if (!this.#own.closed) this.state = 'running';
  }
  async close(): Promise<void> {
    this.#own.closed = true;
  }
  createGain() {
    return { gain: { value: 1 }, connect: () => {} };
  }
  createOscillator() {
    const note = new EventTarget();
    const frequency = { value: 0 };
    const start = (): void => void heard.push(frequency.value);
    const stop = (): void => queueMicrotask(() => note.dispatchEvent(new Event('ended')));
    return Object.assign(note, { frequency, connect: () => {}, start, stop });
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('AudioContext', FakeContext);
  heard.length = 0;
  contexts.length = 0;
  mayStart = true;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('sounds once for what ends together, and lets go of the device', async () => {
  await Promise.all([playTone(), playTone()]);
  expect(heard).toEqual([660, 880]);
  expect(contexts.map(({ closed }) => closed)).toEqual([true]);
  await playTone();
  expect(heard).toHaveLength(4);
});

it('what the browser refuses is not heard later', async () => {
  mayStart = false;
  const tones = [playTone(), playTone()];
  await vi.advanceTimersByTimeAsync(5_000);
  await Promise.all(tones);
  for (const { resolve } of contexts) resolve();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heard).toEqual([]);
  expect(contexts.every(({ closed }) => closed)).toBe(true);
});

it('where there is no sound device nothing breaks, and a later one is used', async () => {
  vi.stubGlobal('AudioContext', undefined);
  await playTone();
  vi.stubGlobal('AudioContext', FakeContext);
  await playTone();
  expect(heard).toEqual([660, 880]);
});
