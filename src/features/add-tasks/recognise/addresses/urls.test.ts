import { describe, expect, it } from 'vitest';

import { recognise } from '~/features/add-tasks/recognise';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const UUID = '85eaba38-0185-99d7-8d16-4d9135238846';

describe('addresses', () => {
  it('reads hosts without a scheme, in Chinese text and before a path with an id', () => {
    expect(recognise('地址:api.example.com/v1 任务:task_abc123def')).toMatchObject({
      ids: ['task_abc123def'],
      addresses: ['api.example.com/v1'],
    });
    expect(recognise('api.a.com/v1/videos/video_abc123, ok')).toMatchObject({
      ids: ['video_abc123'],
      addresses: ['api.a.com/v1/videos/video_abc123'],
    });
  });

  it('takes the key and the password out of an address', () => {
    expect(recognise(`https://ann:pw@a.test/v1/videos/job-1?key=${KEY}`)).toEqual({
      keys: [KEY],
      ids: ['job-1'],
      addresses: ['https://a.test/v1/videos/job-1'],
    });
  });

  it.each([
    `https://queue.a.test/fal-ai/kling/requests/${UUID}/status`,
    `https://a.test/api/v1/tasks/${UUID}`,
    `https://a.test/kling/v1/videos/text2video/${UUID}`,
    `https://a.test/console/task?task_id=${UUID}&x=1`,
    `https://lumalabs.ai/dream-machine/creations/${UUID}`,
  ])('finds the id in %s', (url) => {
    expect(recognise(url)).toMatchObject({ ids: [UUID], addresses: [url] });
  });

  it.each([
    'https://cdn.a.com/videos/clip_123.mp4?st=2025&sig=abc',
    'https://a.test/vg-assets/task_01k6x15vhrff09dkkqjrzwhm60/drvs/md/raw',
    'https://a.test/files/video_abc123.png',
  ])('finds neither an address nor an id in %s', (url) => {
    expect(recognise(url)).toEqual({ keys: [], ids: [], addresses: [] });
  });

  it.each([
    'https://sora.chatgpt.com/g/gen_01k81e7r1mf0qtvp3ett3mr4jm',
    'https://app.klingai.com/global/video/789123456789012345?from=share',
    'https://platform.openai.com/logs/videos/video_68f1a2b3c4d5e6f7',
    'https://api.replicate.com/v1/predictions/gm3qorzdhgbfurvjtvhg6dckhu',
  ])('finds the id in the address of a console: %s', (url) => {
    expect(url).toContain(recognise(url).ids[0]);
  });

  it('finds no id in templates', () => {
    expect(recognise('curl https://a.test/v1/videos/{id} or /v1/videos/$ID').ids).toEqual([]);
  });
});
