// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { firstCardDrawn } from './first-card-drawn';

let root: HTMLElement;
let frames: FrameRequestCallback[];
beforeEach(() => {
  vi.useFakeTimers();
  root = document.body.appendChild(document.createElement('div'));
  frames = [];
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((callback) =>
    frames.push(callback),
  );
});
afterEach(() => {
  root.remove();
  vi.useRealTimers();
});

function drawFrame(): void {
  for (const callback of frames.splice(0)) callback(performance.now());
}

function drawn(): { is: boolean } {
  const state = { is: false };
  void firstCardDrawn(root).then(() => (state.is = true));
  return state;
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

test('it is when the frame after the first that the page draws begins', async () => {
  const first = drawn();
  await vi.advanceTimersByTimeAsync(5000);
  expect(frames).toEqual([]);
  root.append(document.createElement('article'));
  await settle();
  drawFrame();
  await settle();
  expect(first.is).toBe(false);
  drawFrame();
  await settle();
  expect(first.is).toBe(true);
});

test('a hidden page, which draws no frames, is not waited for', async () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const first = drawn();
  await vi.advanceTimersByTimeAsync(1000);
  expect(first.is).toBe(true);
});

test('nor is one that has drawn and gets no frame', async () => {
  root.append(document.createElement('article'));
  const first = drawn();
  await vi.advanceTimersByTimeAsync(1000);
  expect(first.is).toBe(true);
});
