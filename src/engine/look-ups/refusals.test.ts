import { describe, expect, it } from 'vitest';

import { createRefusals } from './refusals';

describe('refusals', () => {
  const S = 1000;

  it('takes a key that has answered nothing yet to be refused after three different tasks', () => {
    const refusals = createRefusals();
    expect(refusals.refused('one', 'a', 5, 0)).toBeNull();
    expect(refusals.refused('one', 'a', 5, 0)).toBeNull();
    expect(refusals.refused('one', 'b', 5, 0)).toBeNull();
    expect(refusals.refused('one', 'c', 5, 0)).toBe('key');
  });

  it('blames the task while its neighbours are accepted, however many are refused beside them', () => {
    const refusals = createRefusals();
    refusals.accepted('one', 'healthy', true, 0);
    for (const task of ['a', 'b', 'c', 'd']) {
      expect(refusals.refused('one', task, 0, 60 * S)).toBe('task');
    }
  });

  it('blames nothing where the last acceptance is long ago', () => {
    const refusals = createRefusals();
    refusals.accepted('one', 'healthy', true, 0);
    expect(refusals.refused('one', 'a', 1, 61 * S)).toBeNull();
  });

  it('knows that a key was withdrawn when the only task that it answered is refused', () => {
    const refusals = createRefusals();
    refusals.accepted('one', 'a', true, 0);
    expect(refusals.refused('one', 'a', 5, S)).toBe('key');
  });

  it('knows that a key was withdrawn when tasks that it answered are refused one after another', () => {
    const refusals = createRefusals();
    for (const task of ['a', 'b', 'c']) refusals.accepted('one', task, true, 0);
    expect(refusals.refused('one', 'a', 2, S)).toBe('task');
    expect(refusals.refused('one', 'b', 2, S)).toBe('key');
    expect(refusals.refused('one', 'c', 2, S)).toBe('key');
  });

  it('takes "no such task" as proof that the key was let in, but not that it knows the task', () => {
    const refusals = createRefusals();
    refusals.accepted('one', 'gone', false, 0);
    expect(refusals.refused('one', 'a', 1, S)).toBe('task');
    expect(refusals.refused('one', 'gone', 1, 61 * S)).toBeNull();
  });

  it('names those that were refused before the key was accepted, once', () => {
    const refusals = createRefusals();
    refusals.refused('one', 'a', 5, 0);
    refusals.refused('one', 'b', 5, 0);
    expect(refusals.accepted('one', 'b', true, S)).toEqual(['a']);
    expect(refusals.accepted('one', 'c', true, S)).toEqual([]);
  });

  it('believes the only task of a key at once, and a new key anew', () => {
    const refusals = createRefusals();
    expect(refusals.refused('one', 'a', 0, 0)).toBe('key');
    refusals.accepted('one', 'b', true, 0);
    refusals.forget('one');
    expect(refusals.refused('one', 'a', 0, 0)).toBe('key');
  });
});
