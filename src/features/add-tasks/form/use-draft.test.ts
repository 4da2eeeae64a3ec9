// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { useDraft, type Draft } from './use-draft';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const MASK = 'sk-Vb3k…9f2c';
const LONG = 'words of a long log\n'.repeat(1500);

afterEach(cleanup);

function start(initial: Parameters<typeof useDraft>[0] = '') {
  const changed = vi.fn<() => void>();
  const { result } = renderHook(() => useDraft(initial, changed));
  return {
    changed,
    draft: (): Draft => result.current,
    do: (what: (draft: Draft) => number | void): void => {
      act(() => void what(result.current));
    },
  };
}

const kindOf = ({ analysis }: Draft, value: string): string | undefined =>
  analysis.segments.find((segment) => segment.value === value)?.kind;

describe('the text in the box', () => {
  it('is read once typing pauses if it is long, with half a key left alone until it is whole', () => {
    const form = start(LONG);
    const half = `${LONG}${KEY.slice(0, 15)}`;
    form.do((draft) => draft.type(half, half.length));
    expect(form.draft().unread).toBe(half);
    form.do((draft) => draft.catchUp(half.length, false));
    expect(form.draft()).toMatchObject({ unread: null, text: half });

    const whole = `${LONG}${KEY}`;
    form.do((draft) => draft.type(whole, whole.length));
    form.do((draft) => draft.catchUp(whole.length, true));
    expect(form.draft().text).toBe(`${LONG}${MASK}`);
  });

  it('means the same once it is masked, so that no check is stopped by that', () => {
    const form = start();
    form.do((draft) => draft.type(KEY, KEY.length));
    form.changed.mockClear();
    form.do((draft) => draft.catchUp(KEY.length, true));
    expect(form.draft().text).toBe(MASK);
    expect(form.changed).not.toHaveBeenCalled();
  });

  it('keeps what was said of it while it changes, and when a form goes on with it', () => {
    const form = start(`${KEY}\nis job-77123abc yours?`);
    form.do((draft) => draft.correct([{ value: 'job-77123abc', kind: 'id', alike: false }]));
    expect(kindOf(form.draft(), 'job-77123abc')).toBe('id');
    const { corrections, columns } = form.draft();
    const answers = { corrections, columns, choices: new Map(), keys: new Map() };
    const next = start({
      ...form.draft(),
      answers: { ...answers, keep: 'tab', batch: '', arrived: false },
    });
    const more = `${next.draft().text} Thanks!`;
    next.do((draft) => draft.paste(more, more.length));
    expect(kindOf(next.draft(), 'job-77123abc')).toBe('id');
  });

  it('forgets what was said of it once it is empty and another begins, but not if that is undone', () => {
    const form = start('is job-77123abc yours?');
    const { text, secrets } = form.draft();
    form.do((draft) => draft.correct([{ value: 'job-77123abc', kind: 'id', alike: true }]));
    form.do((draft) => draft.type('', 0));
    form.do((draft) => draft.paste(text, 0, secrets));
    expect(kindOf(form.draft(), 'job-77123abc')).toBe('id');
    form.do((draft) => draft.type('', 0));
    form.do((draft) => draft.paste('is job-77123abd yours?', 0));
    expect(kindOf(form.draft(), 'job-77123abd')).toBe('maybe');
  });
});
