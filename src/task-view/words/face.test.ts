import { describe, expect, test } from 'vitest';

import { PROBLEM_KINDS, TASK_STATES, type LookUpProblem } from '~/core/task';
import { anAnswer, serviceKeys } from '~test/builders';

import { faceOf, pillOf } from './face';
import { HELP, helpFor, troubleOf, waitsForKey, waitsForPerson } from '~/engine/answers/trouble';
import { problemValues, problemWords } from './problems';
import { refusalWords } from './refusal-words';

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

  test('is unclear where the service answers, but not with a state that anybody knows', () => {
    expect(faceOf(anAnswer({ state: 'unknown', statusWord: '4' }), null)).toBe('unclear');
    expect(faceOf(anAnswer({ state: 'unknown', statusWord: '4' }), 'network')).toBe('problem');
  });
});

test('the word of a task that is ready without a video has not the colour of success', () => {
  expect(pillOf('ready', null)).toEqual({ tone: 'ok', word: 'card.face.ready' });
  expect(pillOf('ready', null, true)).toEqual({ tone: 'wait', word: 'card.face.ready' });
});

describe('a problem that is not the key’s', () => {
  const auth = { kind: 'auth', message: 'No key', httpStatus: 401, retryAfterMs: null } as const;

  test.each([
    ['another-scheme', 'wants_scheme', 'choose-scheme'],
    ['plain-key', 'key_unsendable', 'change-key'],
    ['secure-page', 'needs_https', 'none'],
  ] as const)('is told by what would help: %s', (wants, trouble, help) => {
    const answer = anAnswer(null, { problem: { ...auth, wants }, nextAt: null });
    expect(troubleOf(answer, serviceKeys())).toBe(trouble);
    expect(HELP[trouble]).toBe(help);
    expect(waitsForPerson(answer, trouble)).toBe(true);
  });

  test('is told by where the address leads', () => {
    const led = { ...auth, kind: 'wrong_base' } as const;
    const named = anAnswer(null, { problem: { ...led, leadsTo: 'login.test' } });
    expect(troubleOf(named, serviceKeys())).toBe('leads_elsewhere');
    expect(problemValues(named)).toEqual({ host: 'login.test', id: '' });
    expect(troubleOf(anAnswer(null, { problem: { ...led, leadsTo: null } }), serviceKeys())).toBe(
      'leads_away',
    );
  });
});

describe('a missing key', () => {
  test('is a trouble for tasks that are still to be asked about, and only for those', () => {
    expect(troubleOf(anAnswer(null), serviceKeys({ loss: 'refused' }))).toBe('auth');
    expect(troubleOf(anAnswer({ state: 'running' }), serviceKeys({ loss: 'missing' }))).toBe(
      'no_key',
    );
    expect(troubleOf(anAnswer(null), serviceKeys({ loss: 'missing' }))).toBe('no_key');
    expect(
      troubleOf(anAnswer({ state: 'completed' }), serviceKeys({ loss: 'missing' })),
    ).toBeNull();
  });

  test('is a sign-in that failed where a relay adds it: nobody here can fix it', () => {
    const shut = troubleOf(
      anAnswer({ state: 'running' }),
      serviceKeys({ loss: 'refused', team: true }),
    );
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
    expect(troubleOf(anAnswer(null, { problem }), serviceKeys())).toBe('not_found');
    expect(troubleOf(anAnswer(null, { problem }), serviceKeys({ several: true }))).toBe(
      'no_key_knows',
    );
    expect(waitsForPerson(anAnswer(null), 'no_key')).toBe(true);
  });
});

/** An answer that is only a refusal. */
const refusedWith = (change: Partial<LookUpProblem>) =>
  anAnswer(null, {
    problem: { kind: 'auth', message: null, httpStatus: 403, retryAfterMs: null, ...change },
    nextAt: 1,
  });

describe('a refusal', () => {
  test.each([
    [undefined, 'auth', 'change-key'],
    ['key', 'auth', 'change-key'],
    ['model', 'not_for_model', 'add-key'],
    ['task', 'not_for_task', 'add-key'],
    ['credit', 'no_credit', 'check-now'],
  ] as const)('is about what the service says it is about (%s)', (about, trouble, help) => {
    const answer = refusedWith(about === undefined ? {} : { about });
    expect(troubleOf(answer, serviceKeys())).toBe(trouble);
    expect(helpFor(trouble, false)).toBe(help);
    expect(waitsForPerson(answer, trouble)).toBe(true);
    // Only a refused key stops the look-ups.
    expect(waitsForKey(trouble)).toBe(trouble === 'auth');
  });

  test.each(PROBLEM_KINDS)('for want of credit says so, whatever came with it (%s)', (kind) => {
    expect(troubleOf(refusedWith({ kind, about: 'credit' }), serviceKeys({ several: true }))).toBe(
      'no_credit',
    );
  });

  test('of the team’s key offers no other key, because nobody here has one', () => {
    expect(troubleOf(refusedWith({ about: 'model' }), serviceKeys({ team: true }))).toBe(
      'not_for_model',
    );
    expect(helpFor('not_for_model', true)).toBe('check-now');
  });
});

describe('the words of the service', () => {
  test('stand on the card where it refused, not where it broke down', () => {
    const words = (change: Partial<LookUpProblem>) =>
      refusalWords(refusedWith({ message: 'No access to sora-2', ...change }));
    for (const httpStatus of [200, 400, 401, 402, 403, 404, 429])
      expect(words({ httpStatus })).toBe('No access to sora-2');
    for (const httpStatus of [500, 502, null]) expect(words({ httpStatus })).toBeNull();
    expect(words({ kind: 'bad_body', httpStatus: 200 })).toBeNull();
    expect(words({ kind: 'other_task', httpStatus: 200 })).toBeNull();
    expect(words({ message: null })).toBeNull();
  });

  test('are short and harmless there', () => {
    const said = refusalWords(refusedWith({ message: `\u202Eevil ${'x'.repeat(900)}` })) ?? '';
    expect(said.length).toBeLessThanOrEqual(200);
    expect(said.startsWith('evil')).toBe(true);
    expect(said.endsWith('…')).toBe(true);
  });
});
