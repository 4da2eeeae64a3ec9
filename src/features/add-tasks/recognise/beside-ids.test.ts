import { describe, expect, it } from 'vitest';

import { recognise } from '~/features/add-tasks/recognise';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';

describe('what stands beside ids', () => {
  it.each([
    'EP01-SH003\tvideo_abc123',
    'A12, video_abc123',
    'Shot_012: video_abc123',
    'hero-01 video_abc123',
    'chenmei2020: video_abc123',
  ])('is a name, not another id: %j', (line) => {
    expect(recognise(line).ids).toEqual(['video_abc123']);
    expect(recognise(`${line}\n${line.replaceAll('abc123', 'def456')}`).ids).toEqual([
      'video_abc123',
      'video_def456',
    ]);
  });

  it.each([
    'TASK_ID_1=video_abc123',
    'video_abc123 (video_1080p, video_h264, video_2026-01-02)',
    '{"id":"video_abc123","model":"sora_video2","remixed_from_video_id":"video_old999"}',
    '{"id":"video_abc123","generation_id":"gen-1770350082-x"}',
    'Meeting ID: 86512345678\nEmployee ID: 100234\nvideo_abc123',
    '订单号：202510201122334455，任务 video_abc123',
    'request id 85eaba38-0185-99d7-8d16-4d9135238846 video_abc123',
    `sha256:${'0a1b2c3d'.repeat(8)} video_abc123`,
    'https://docs.a.test/d/1?id=abc987 video_abc123',
    'is _video_abc123_ done?',
  ])('is not taken for one: %j', (text) => {
    expect(recognise(text).ids).toEqual(['video_abc123']);
  });

  it('may be what a spreadsheet has made of a number', () => {
    expect(recognise('task id\n8.66168E+17').ids).toEqual([]);
  });
});

describe('what is glued together', () => {
  it.each([
    ['https://api.a.test,sk-Vb3kQ7mPz2LxWn8RtY4c9f2c,task_123abc', 'commas'],
    ['https://api.a.test----sk-Vb3kQ7mPz2LxWn8RtY4c9f2c----task_123abc', 'a divider'],
    ['地址https://api.a.test,密钥sk-Vb3kQ7mPz2LxWn8RtY4c9f2c,任务task_123abc', 'words'],
  ])('%s is read apart (%s)', (text) => {
    expect(recognise(text)).toEqual({
      keys: [KEY],
      ids: ['task_123abc'],
      addresses: ['https://api.a.test'],
    });
  });

  it('two addresses with an id each have two', () => {
    const text = 'https://a.test/v1/videos/video_abc123,https://a.test/v1/videos/video_def456';
    expect(recognise(text).ids).toEqual(['video_abc123', 'video_def456']);
  });

  it('ids after written-out line ends of a log are whole', () => {
    const text = String.raw`{"msg":"done:\ntask_123abc\nveo2:1757555257-PORrVn9sa9\tvideo_abc123"}`;
    expect(recognise(text).ids).toEqual([
      'task_123abc',
      'veo2:1757555257-PORrVn9sa9',
      'video_abc123',
    ]);
  });
});
