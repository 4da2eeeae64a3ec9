// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { followBand } from './select-band';

const HEIGHT = 600;
let board: HTMLElement;
let stop = (): void => {};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] });
  board = document.createElement('div');
  board.style.overflowY = 'auto';
  document.body.append(board);
  const box = new DOMRect(0, 100, 800, HEIGHT);
  Object.assign(board, { getBoundingClientRect: () => box, setPointerCapture: () => {} });
  const sizes = { clientWidth: 800, scrollWidth: 800, scrollHeight: 5000 };
  for (const [name, value] of Object.entries(sizes)) Object.defineProperty(board, name, { value });
  board.scrollTop = 1000;
  stop = followBand(board);
});
afterEach(() => {
  stop();
  board.remove();
  vi.useRealTimers();
});

const mouse = (type: string, clientX: number, clientY: number): void => {
  const at = { button: 0, pointerType: 'mouse', bubbles: true, clientX, clientY };
  board.dispatchEvent(new PointerEvent(type, at));
};
/** How far the board has scrolled after so many frames. */
const scrolled = (frames: number): number => {
  const before = board.scrollTop;
  for (let nth = 0; nth < frames; nth += 1) vi.advanceTimersToNextFrame();
  return board.scrollTop - before;
};

test('a band scrolls the board at its lower and its upper edge, faster the nearer, and nowhere else', () => {
  mouse('pointerdown', 400, 400);
  mouse('pointermove', 420, 420);
  expect(scrolled(10)).toBe(0);
  mouse('pointermove', 420, 100 + HEIGHT - 40);
  const slow = scrolled(10);
  expect(slow).toBeGreaterThan(0);
  mouse('pointermove', 420, 100 + HEIGHT - 5);
  expect(scrolled(10)).toBeGreaterThan(slow);
  mouse('pointermove', 420, 400);
  expect(scrolled(10)).toBe(0);
  mouse('pointermove', 420, 105);
  expect(scrolled(10)).toBeLessThan(0);
});

test('it scrolls no further once the button is let go', () => {
  mouse('pointerdown', 400, 400);
  mouse('pointermove', 420, 100 + HEIGHT + 200);
  expect(scrolled(1)).toBe(18);
  mouse('pointerup', 420, 100 + HEIGHT + 200);
  expect(scrolled(10)).toBe(0);
});
