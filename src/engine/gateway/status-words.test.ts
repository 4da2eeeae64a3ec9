import { expect, it } from 'vitest';

import { stateOfWord } from './status-words';

it.each([
  ['IN_QUEUE', 'queued'],
  [' Not-Start ', 'queued'],
  ['TASK_STATUS_QUEUED', 'queued'],
  ['runnning', 'running'],
  ['prompt_enhancing', 'running'],
  ['video_generation_completed', 'running'],
  ['video_upsampling_completed', 'running'],
  ['not completed', 'running'],
  ['SUCCEEDED', 'completed'],
  ['JOB_STATE_SUCCEEDED', 'completed'],
  ['已完成', 'completed'],
  ['video_upsampling_failed', 'failed'],
  ['rejected_by_moderation', 'failed'],
  ['生成失败', 'failed'],
  ['expired', 'failed'],
  ['user_cancelled', 'cancelled'],
  ['unknown', 'unknown'],
  ['2', 'unknown'],
  ['', 'unknown'],
])('the word "%s" means %s', (word, state) => {
  expect(stateOfWord(word)).toBe(state);
});
