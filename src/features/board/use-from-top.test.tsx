// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';

import { DEFAULT_VIEW, type View } from '~/address/view';

import { useFromTop } from './use-from-top';

test.each([
  ['another filter', { filters: { picked: ['1'] } }, 0],
  ['another state', { show: 'completed' }, 0],
  ['another search', { query: 'harbour' }, 0],
  ['another order', { sort: 'oldest' }, 300],
] as const)('%s: the board is at', (_, changed, top) => {
  const board = document.createElement('div');
  const view: View = DEFAULT_VIEW;
  const hook = renderHook((shown: View) => useFromTop({ current: board }, shown), {
    initialProps: view,
  });
  board.scrollTop = 300;
  hook.rerender({ ...view });
  expect(board.scrollTop).toBe(300);
  hook.rerender({ ...view, ...changed } as View);
  expect(board.scrollTop).toBe(top);
});

test('a filter that was chosen at a group leaves the board where it is', () => {
  const board = document.createElement('div');
  const button = board.appendChild(document.createElement('button'));
  document.body.append(board);
  button.focus();
  const hook = renderHook((view: View) => useFromTop({ current: board }, view), {
    initialProps: DEFAULT_VIEW,
  });
  board.scrollTop = 300;
  hook.rerender({ ...DEFAULT_VIEW, show: 'attention' });
  expect(board.scrollTop).toBe(300);
  board.remove();
});
