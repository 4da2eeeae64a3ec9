import { describe, expect, test } from 'vitest';

import { PROBLEM_KINDS, TASK_STATES } from '~/core/task';
import { anAnswer } from '~test/builders';

import { faceOf, pillOf } from './face';
import { HELP, problemValues, problemWords, troubleOf, waitsForPerson } from './problems';

describe('the face of a card', () => {
  test.each(TASK_STATES.filter((state) => state !== 'unknown'))(
    'stays %s whatever look-up fails afterwards',
    (state) => {
      const calm = faceOf(anAnswer({ state }), null);
      for (const kind of PROBLEM_KINDS) expect(faceOf(anAnswer({ state }), kind)).toBe(calm);
    },
  );

  test('is the problem where nothing good is known', () => {
    expect(faceOf(anAnswer(null), null)).toBe('unchecked');
    expect(faceOf(anAnswer(null), 'network')).toBe('problem');
    expect(pillOf('problem', 'auth').word).toBe(problemWords('auth').pill);
  });
});

describe('a problem that is not the key’s', () => {
  const auth = { kind: 'auth', message: 'No key', httpStatus: 401, retryAfterMs: null } as const;

  test.each([
    ['another-scheme', 'wants_scheme', 'choose-scheme'],
    ['plain-key', 'key_unsendable', 'change-key'],
    ['secure-page', 'needs_https', 'none'],
  ] as const)('is told by what would help: %s', (wants, trouble, help) => {
    const answer = anAnswer(null, { problem: { ...auth, wants }, nextAt: null });
    expect(troubleOf(answer, null)).toBe(trouble);
    expect(HELP[trouble]).toBe(help);
    expect(waitsForPerson(answer, trouble)).toBe(true);
  });

  test('is told by where the address leads', () => {
    const led = { ...auth, kind: 'wrong_base' } as const;
    const named = anAnswer(null, { problem: { ...led, leadsTo: 'login.test' } });
    expect(troubleOf(named, null)).toBe('leads_elsewhere');
    expect(problemValues(named)).toEqual({ host: 'login.test' });
    expect(troubleOf(anAnswer(null, { problem: { ...led, leadsTo: null } }), null)).toBe(
      'leads_away',
    );
  });
});

describe('a missing key', () => {
  test('is a trouble for tasks that are still to be asked about, and only for those', () => {
    expect(troubleOf(anAnswer(null), 'refused')).toBe('auth');
    expect(troubleOf(anAnswer({ state: 'running' }), 'missing')).toBe('no_key');
    expect(troubleOf(anAnswer(null), 'missing')).toBe('no_key');
    expect(troubleOf(anAnswer({ state: 'completed' }), 'missing')).toBeNull();
  });

  test('is a sign-in that failed where a relay adds it: nobody here can fix it', () => {
    const shut = troubleOf(anAnswer({ state: 'running' }), 'refused', 1, true);
    expect(shut).toBe('not_let_in');
    expect(HELP[shut ?? 'no_key']).toBe('sign-in');
    expect(waitsForPerson(anAnswer({ state: 'running' }), shut)).toBe(true);
  });

  test('is that no key knows the task where there are several', () => {
    const problem = {
      kind: 'not_found',
      message: null,
      httpStatus: 404,
      retryAfterMs: null,
    } as const;
    expect(troubleOf(anAnswer(null, { problem }), null, 1)).toBe('not_found');
    expect(troubleOf(anAnswer(null, { problem }), null, 2)).toBe('no_key_knows');
    expect(waitsForPerson(anAnswer(null), 'no_key')).toBe(true);
  });
});
