// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { changeView, useView } from './use-view';

function Query() {
  return <output>{useView().query}</output>;
}

function shown(): string {
  return document.querySelector('output')?.textContent ?? '';
}

/** What somebody types, letter by letter. */
function type(text: string): void {
  for (let end = 1; end <= text.length; end += 1)
    act(() => changeView({ query: text.slice(0, end) }, { soon: true }));
}

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '#/');
  render(<Query />);
});
afterEach(() => {
  cleanup();
  vi.runAllTimers();
  vi.useRealTimers();
});

test('what is typed is there at once, and in the address when it is whole: once, and without a step', () => {
  const written = vi.spyOn(history, 'replaceState');
  const steps = history.length;
  type('sea');
  expect(shown()).toBe('sea');
  expect(location.hash).toBe('#/');
  vi.runAllTimers();
  expect(location.hash).toBe('#/?q=sea');
  expect(shown()).toBe('sea');
  expect(written).toHaveBeenCalledOnce();
  expect(history.length).toBe(steps);
});

test('what is chosen meanwhile adds a step, and the one before has all that was typed', () => {
  const written = vi.spyOn(history, 'replaceState');
  type('sea');
  act(() => changeView({ show: 'ready' }));
  expect(written.mock.calls.map(([, , hash]) => hash)).toEqual(['#/?q=sea']);
  expect(location.hash).toBe('#/?show=ready&q=sea');
  vi.runAllTimers();
  expect(location.hash).toBe('#/?show=ready&q=sea');
});

test('who goes elsewhere meanwhile stays there', () => {
  type('sea');
  act(() => {
    history.replaceState(null, '', '#/insight');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  vi.runAllTimers();
  expect(location.hash).toBe('#/insight');
  expect(shown()).toBe('');
});

test('a page that is left has all that was typed in its address', () => {
  type('sea');
  dispatchEvent(new Event('pagehide'));
  expect(location.hash).toBe('#/?q=sea');
});
