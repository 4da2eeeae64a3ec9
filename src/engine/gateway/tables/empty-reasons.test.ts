import { describe, expect, it } from 'vitest';

import { readAnswer } from '~/engine/gateway/read-answer';

import { saysWhy } from './empty-reasons';

describe('a reason that only says that the task failed', () => {
  it.each([
    'Video generation failed',
    'error',
    'failed',
    'internal error',
    'Internal Server Error',
    'Task failed.',
    'Something went wrong. Please try again later.',
    'An unexpected error occurred while processing your request',
    'Sorry, we couldn’t create your video.',
    'Unknown error (code 1027)',
    'HTTP 500',
    'Something broke after 3 attempts',
    'error: undefined',
    'generation_failed',
    'VideoGenerationFailed',
    'job 7f3a91c2 was not completed successfully',
    'The service encountered an error',
    '—',
    '生成失败',
    '视频生成失败，请稍后重试',
    '任务执行失败',
    '系统内部错误',
    '未知错误',
    '抱歉，视频未能生成。',
    '影片產生失敗'.replace('產生', '製作'),
    '服务器异常：500',
  ])('explains nothing: “%s”', (message) => {
    expect(saysWhy({ message, code: null })).toBe(false);
    expect(saysWhy({ message: null, code: message })).toBe(false);
  });

  it('explains nothing with an empty code beside it, or alone', () => {
    expect(saysWhy({ message: 'Video generation failed', code: '1027' })).toBe(false);
    expect(saysWhy({ message: 'failed', code: 'GENERATION_FAILED' })).toBe(false);
    expect(saysWhy({ message: null, code: null })).toBe(false);
  });
});

describe('a reason that says why', () => {
  it.each([
    'CUDA out of memory',
    'Prompt is too long',
    'The first frame could not be downloaded',
    'Generation failed: invalid aspect ratio',
    'Timed out after 600 s',
    'moderation_blocked',
    'No face detected',
    'Worker lost',
    '图片下载失败',
    '提示词过长',
    '生成失败：余额不足',
    '参考图尺寸不符合要求',
    'Échec du rendu',
  ])('is worth reading: “%s”', (message) => {
    expect(saysWhy({ message, code: null })).toBe(true);
  });

  it('may be in the code alone', () => {
    expect(saysWhy({ message: 'Video generation failed', code: 'content_policy' })).toBe(true);
  });
});

it('is marked where it is read', () => {
  const failureOf = (error: string) => {
    const body = JSON.stringify({ id: 'task_1', status: 'failed', error: { message: error } });
    const reading = readAnswer({ status: 200, contentType: 'application/json', body });
    return 'task' in reading ? reading.task.failure : null;
  };
  expect(failureOf('Video generation failed')).toMatchObject({ empty: true, kind: 'unknown' });
  expect(failureOf('余额不足')).toMatchObject({ kind: 'quota' });
  expect(failureOf('Frames went missing')).not.toHaveProperty('empty');
});
