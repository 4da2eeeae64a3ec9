import { describe, expect, test } from 'vitest';

import { informativeWord } from './status-word';

describe('a status word that is read as running', () => {
  test.each([
    'in_progress',
    'InProgress',
    'STATE_RUNNING',
    'JOB_IN_PROGRESS',
    'TASK_STATUS_PROCESSING',
    'job.state.running',
    'generation_status_generating',
    'Video Generating',
    'video-upsampling',
    'prompt_enhancement_checking',
    'runnning',
    '生成中',
    '正在生成中',
    '任务进行中',
    '视频处理中',
    '視頻生成中',
    '影片製作中',
    'task.status.in-progress',
    'QUEUE_STATE_ACTIVE',
    '',
    ' ',
  ])('says no more than Running: %s', (word) => expect(informativeWord(word)).toBeNull());

  test.each([
    ['Applying style 2/3', 'Applying style 2/3'],
    ['quality_check', 'quality_check'],
    ['STATE_QUALITY_CHECK', 'quality check'],
    ['TASK_STATUS_SAVING_TO_CDN', 'saving to cdn'],
    ['正在排版', '正在排版'],
    ['generating audio track', 'generating audio track'],
  ])('may say more: %s', (word, shown) => expect(informativeWord(word)).toBe(shown));

  test('may be missing', () => expect(informativeWord(null)).toBeNull());
});
