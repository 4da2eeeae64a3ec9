import { describe, expect, it } from 'vitest';

import { analyse } from './analyse';
import { recognise } from './recognise';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const UUID = '85eaba38-0185-99d7-8d16-4d9135238846';
const maybes = (text: string): string[] =>
  analyse(text).flatMap(({ kind, value }) => (kind === 'maybe' ? value : []));
const labelled = (text: string): Record<string, string | null> =>
  Object.fromEntries(
    analyse(text).flatMap(({ kind, value, label }) => (kind === 'id' ? [[value, label]] : [])),
  );

describe('JSON', () => {
  it('takes numbers in a field for ids, and none that count or date something', () => {
    const text = `{"task_id":"8748274837","seed":123456789012345678,"created":1762326617,"user_id":1234567}`;
    expect(recognise(text).ids).toEqual(['8748274837']);
    expect(maybes(text)).toEqual([]);
    expect(recognise('{"id":866168216002236456,"status":"queued"}').ids).toEqual([
      '866168216002236456',
    ]);
  });

  it('reads lists of ids and lists of tasks', () => {
    expect(recognise('{"task_ids":["e401-a","a1b2"]}').ids).toEqual(['e401-a', 'a1b2']);
    expect(recognise('{"tasks":[{"taskId":"abc123"},{"taskId":"def456"}]}').ids).toEqual([
      'abc123',
      'def456',
    ]);
    expect(recognise('{"id":"job-1"}\n{"id":"job-2"}').ids).toEqual(['job-1', 'job-2']);
  });

  it('takes an answer that names its task twice for one task', () => {
    const bare = 'task_01k6x15vhrff09dkkqjrzwhm60';
    const text = `{"detail":{"id":"${bare}","pending_info":{"id":"${bare}"}},"id":"sora-2:${bare}"}`;
    expect(recognise(text).ids).toEqual([`sora-2:${bare}`]);
    expect(recognise(bare).ids).toEqual([bare]);
  });

  it('offers the ids of parts and of requests', () => {
    const text = `{"id":"video_a1b2c3","user":{"id":"u-77"},"request_id":"${UUID}"}`;
    expect(recognise(text).ids).toEqual(['video_a1b2c3']);
    expect(maybes(text)).toEqual(['u-77', UUID]);
  });

  it('reads addresses with escaped slashes', () => {
    expect(recognise('{"base":"https:\\/\\/a.test\\/v1","n":"x"}').addresses).toEqual([
      'https://a.test/v1',
    ]);
  });

  it('offers a word in a field for an id', () => {
    expect(maybes('{"task_id":"abcdef","status":"queued"}')).toEqual(['abcdef']);
    expect(maybes('{"task_id":null,"id":"undefined"}')).toEqual([]);
  });
});

describe('tables', () => {
  it('reads cells in quotes, with commas in them', () => {
    const text = 'name,task id,url\n"Fly, over",job-7,https://x.test/a.png\nLeopard,8748274837,';
    expect(labelled(text)).toEqual({ 'job-7': 'Fly, over', '8748274837': 'Leopard' });
    expect(recognise(text).addresses).toEqual([]);
  });

  it('reads a table in Chinese, and one with bars', () => {
    expect(labelled('片名\t任务ID\t状态\n海港\tabc-123\t排队\n雪豹\tqqq_7\t完成')).toEqual({
      'abc-123': '海港',
      qqq_7: '雪豹',
    });
    expect(
      labelled('| Task | ID |\n|---|---|\n| Harbour | task_abc123 |\n| Fox | job-9 |'),
    ).toEqual({ task_abc123: 'Harbour', 'job-9': 'Fox' });
  });

  it('prefers the column of task ids to that of row numbers', () => {
    expect(recognise('id,task_id,name\n1,job-1,Fox\n2,job-2,Owl').ids).toEqual(['job-1', 'job-2']);
  });

  it('reads a single column under its head', () => {
    expect(recognise('task_id\r\nabc-1\r\nabc-2\r\n').ids).toEqual(['abc-1', 'abc-2']);
  });

  it('takes names from brackets and dashes, and none from a sentence', () => {
    expect(labelled('• video_abc123（海港）\n雪豹 - task_9f8e7d6c')).toEqual({
      video_abc123: '海港',
      task_9f8e7d6c: '雪豹',
    });
    expect(labelled('good morning, video_abc123 is late')).toEqual({ video_abc123: null });
  });

  it('never puts a key into a name', () => {
    expect(labelled(`Fox key=${KEY}&id=video_abc1`)).toEqual({ video_abc1: null });
  });
});

describe('logs and commands', () => {
  it('reads ids after slashes, colons and equals signs', () => {
    expect(recognise('GET /v1/videos/video_abc123/content HTTP/1.1" 200').ids).toEqual([
      'video_abc123',
    ]);
    expect(recognise('id:task_abc123def task:video_abc123def v=sora_abc123').ids).toEqual([
      'task_abc123def',
      'video_abc123def',
      'sora_abc123',
    ]);
  });

  it('takes no address of a client, clock or process for anything', () => {
    const text = `2026-11-23 10:11:12.345 [INFO] task_id=gm3qorzdhgbfurvjtvhg6dckhu req=${UUID} ip=10.0.0.1 pid=123456 in 312ms`;
    expect(recognise(text)).toEqual({
      keys: [],
      ids: ['gm3qorzdhgbfurvjtvhg6dckhu'],
      addresses: [],
    });
    expect(maybes(text)).toEqual([UUID]);
  });

  it.each([
    [`Authorization: ${KEY}`, KEY],
    [`Authorization: Key ${UUID}:0123456789abcdef0123456789abcdef`, undefined],
    ["export API_KEY='0123456789abcdef0123456789abcdef'", '0123456789abcdef0123456789abcdef'],
    ['x-api-key: ak_live_12345678abcdef', 'ak_live_12345678abcdef'],
    ['密钥是sk-proj-abcDEF123_456-789ghi哦', 'sk-proj-abcDEF123_456-789ghi'],
    ['key:sk-demo-7Qm2rushes4Zt9, thanks', 'sk-demo-7Qm2rushes4Zt9'],
    ['【密钥】sk-demo-7Qm2rushes4Zt9【任务】', 'sk-demo-7Qm2rushes4Zt9'],
  ])('finds the key in %s', (text, key) => {
    expect(recognise(text).keys).toEqual([key ?? `${UUID}:0123456789abcdef0123456789abcdef`]);
    expect(recognise(text).ids).toEqual([]);
  });

  it.each([
    'Bearer YOUR_API_KEY',
    'Bearer $OPENAI_API_KEY',
    'Bearer <token>',
    'key: video_69b25d5f467c81908733a56bc236b4df',
    'sk-your-key-here-1234',
  ])('finds no key in %s', (text) => {
    expect(recognise(text).keys).toEqual([]);
  });
});

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

  it('finds no id in templates', () => {
    expect(recognise('curl https://a.test/v1/videos/{id} or /v1/videos/$ID').ids).toEqual([]);
  });
});

describe('chat', () => {
  it('reads an id in front of an ellipsis, and none that was shortened', () => {
    expect(recognise('task_abc123def... and more').ids).toEqual(['task_abc123def']);
    expect(recognise('好了吗？video_69b25d5f467c81908733a56bc236b4df……').ids).toHaveLength(1);
    expect(recognise('sora-2:task_01k…mr4jm and task_01k...4jm').ids).toEqual([]);
  });

  it('reads ids in bold, code, lists and percent signs', () => {
    expect(recognise('**video_abc123def** `task_abc123def`').ids).toEqual([
      'video_abc123def',
      'task_abc123def',
    ]);
    expect(recognise('1. e401-a\n2. fast-1\n3) job-2').ids).toEqual(['e401-a', 'fast-1', 'job-2']);
    expect(recognise('sora-2%3Atask_01k81e7r1mf0qtvp3ett3mr4jm').ids).toEqual([
      'sora-2:task_01k81e7r1mf0qtvp3ett3mr4jm',
    ]);
  });

  it('offers a word without digits among lines of ids', () => {
    expect(recognise(`e404-x\nestuck\n${KEY}`).ids).toEqual(['e404-x']);
    expect(maybes(`e404-x\nestuck\n${KEY}`)).toEqual(['estuck']);
    expect(maybes('hello\nworld')).toEqual([]);
  });

  it('offers no sizes, times, short words or pictures', () => {
    expect(maybes('take 12 at 10:30, 1080p 24fps $12.50 #3 v2 B2B 4K 16:9 on 20261123')).toEqual(
      [],
    );
    expect(maybes(`data:image/png;base64,${'iVBORw0KGgo+/a1'.repeat(60)}`)).toEqual([]);
  });
});
