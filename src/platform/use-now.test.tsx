// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { useNow } from './use-now';

const START = Date.UTC(2026, 10, 23, 14, 33);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});

afterEach(() => {
  setHidden(false);
  cleanup();
  vi.useRealTimers();
});

function Clock() {
  return <output>{useNow(1000) - START}</output>;
}

function setHidden(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

function shown(): (string | null)[] {
  return screen.queryAllByRole('status').map((element) => element.textContent);
}

test('a hundred clocks run on one timer and show the same time', () => {
  render(Array.from({ length: 100 }, (_, index) => <Clock key={index} />));
  expect(vi.getTimerCount()).toBe(1);
  pass(3000);
  expect(new Set(shown())).toEqual(new Set(['3000']));
});

test('no timer is left when the last clock has gone', () => {
  render(<Clock />).unmount();
  expect(vi.getTimerCount()).toBe(0);
});

test('a hidden page has no timer; shown again, it is on time at once', () => {
  render(<Clock />);
  act(() => setHidden(true));
  expect(vi.getTimerCount()).toBe(0);
  pass(60_000);
  expect(shown()).toEqual(['0']);
  act(() => setHidden(false));
  expect(shown()).toEqual(['60000']);
});

test('a clock that comes after a pause starts with the right time', () => {
  render(<Clock />).unmount();
  vi.setSystemTime(START + 90_000);
  render(<Clock />);
  expect(shown()).toEqual(['90000']);
});

test('a clock is drawn once, and again when its time is up', () => {
  const drawn = vi.fn<() => void>();
  function Watched() {
    useNow(1000);
    drawn();
    return null;
  }
  vi.setSystemTime(START + 90_300);
  render(<Watched />);
  expect(drawn).toHaveBeenCalledOnce();
  pass(1000);
  expect(drawn).toHaveBeenCalledTimes(2);
});
