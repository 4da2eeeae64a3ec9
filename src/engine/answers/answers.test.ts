import { expect, test } from 'vitest';

import { NO_ANSWER, refKey } from '~/core/answer';
import { anAnswer } from '~test/builders';

import { createAnswers, type AnswerChange } from './answers';

const REF = { base: 'https://a.test', taskId: 'task_1' };

function watched() {
  const answers = createAnswers();
  const told: AnswerChange[] = [];
  const stop = answers.subscribe((change) => told.push(change));
  return { answers, told, stop };
}

test('nothing is known before the first answer', () => {
  expect(createAnswers().get(REF)).toBe(NO_ANSWER);
});

test('every change is told with what was known before', async () => {
  const { answers, told } = watched();
  const [first, second] = [anAnswer({ progress: 10 }), anAnswer({ progress: 20 })];
  answers.put(REF, first);
  const change = await answers.query(REF, () => Promise.resolve(second));
  expect(change).toEqual({ ref: REF, before: first, after: second });
  answers.remove(REF);
  expect(told).toEqual([
    { ref: REF, before: NO_ANSWER, after: first },
    { ref: REF, before: first, after: second },
    { ref: REF, before: second, after: NO_ANSWER },
  ]);
  expect(answers.get(REF)).toBe(NO_ANSWER);
});

test('who shows one task is told of its changes alone, and no more once it stops', () => {
  const { answers } = watched();
  let told = 0;
  const stop = answers.subscribeTo(refKey(REF), () => (told += 1));
  answers.put(REF, anAnswer({ progress: 10 }));
  answers.put({ ...REF, taskId: 'task_2' }, anAnswer({ progress: 10 }));
  expect(told).toBe(1);
  answers.remove(REF);
  expect(told).toBe(2);
  stop();
  answers.put(REF, anAnswer({ progress: 20 }));
  expect(told).toBe(2);
});

test('what another tab said during a look-up is known before its answer', async () => {
  const { answers, told } = watched();
  const [said, found] = [anAnswer({ progress: 30 }), anAnswer({ progress: 40 })];
  await answers.query(REF, () => {
    answers.put(REF, said);
    return Promise.resolve(found);
  });
  expect(told.at(-1)).toEqual({ ref: REF, before: said, after: found });
});

test('a look-up that fails in the page changes nothing and can be repeated', async () => {
  const { answers, told } = watched();
  await expect(answers.query(REF, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect([answers.get(REF), told]).toEqual([NO_ANSWER, []]);
  await answers.query(REF, () => Promise.resolve(anAnswer({ progress: 50 })));
  expect(told).toHaveLength(1);
});

test('who has left is told nothing', () => {
  const { answers, told, stop } = watched();
  stop();
  answers.put(REF, anAnswer({ progress: 50 }));
  expect(told).toEqual([]);
});
