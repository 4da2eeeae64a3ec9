import { expect, test } from 'vitest';

import { anySignal } from './any-signal';

test('a signal of several aborts with the first of them, and for its reason', () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const any = anySignal([one.signal, other.signal]);
  expect(any.aborted).toBe(false);
  other.abort('the other');
  one.abort('the one');
  expect([any.aborted, any.reason]).toEqual([true, 'the other']);
});

test('a signal of one that has aborted already is aborted from the start', () => {
  const late = new AbortController();
  const any = anySignal([AbortSignal.abort('before'), late.signal]);
  late.abort('late');
  expect([any.aborted, any.reason]).toEqual([true, 'before']);
});

test('those of several that have not aborted keep nothing of it', () => {
  const [one, other] = [new AbortController(), new AbortController()];
  let kept = 0;
  const { signal } = other;
  const listened = signal.addEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof listened>) => {
    const { signal: until } = args[2] as { signal: AbortSignal };
    kept += 1;
    until.addEventListener('abort', () => (kept -= 1));
    listened(...args);
  };
  anySignal([one.signal, signal]);
  expect(kept).toBe(1);
  one.abort();
  expect(kept).toBe(0);
});
