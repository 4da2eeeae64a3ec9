import { expect, test } from 'vitest';

import { NO_ANSWER } from '~/core/answer';
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

test('every change is told with what was known before', () => {
  const { answers, told } = watched();
  const [first, second] = [anAnswer({ progress: 10 }), anAnswer({ progress: 20 })];
  answers.put(REF, first);
  answers.put(REF, second);
  answers.remove(REF);
  expect(told).toEqual([
    { ref: REF, before: NO_ANSWER, after: first },
    { ref: REF, before: first, after: second },
    { ref: REF, before: second, after: NO_ANSWER },
  ]);
  expect(answers.get(REF)).toBe(NO_ANSWER);
});

test('who has left is told nothing', () => {
  const { answers, told, stop } = watched();
  stop();
  answers.put(REF, anAnswer({ progress: 50 }));
  expect(told).toEqual([]);
});
