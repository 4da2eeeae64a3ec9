import { describe, expect, it } from 'vitest';

import { analyse, MAX_TEXT } from './analyse';
import { recognise } from '~/features/add-tasks/recognise';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const UUID = '85eaba38-0185-99d7-8d16-4d9135238846';
const maybes = (text: string): string[] =>
  analyse(text).segments.flatMap(({ kind, value }) => (kind === 'maybe' ? value : []));
const labelled = (text: string): Record<string, string | null> =>
  Object.fromEntries(
    analyse(text).segments.flatMap(({ kind, value, label }) =>
      kind === 'id' ? [[value, label]] : [],
    ),
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
    expect(recognise(`const ids = ["abc-1", 'xyz1'];`).ids).toEqual(['abc-1', 'xyz1']);
    expect(recognise('{"id":"job-1"}\n{"id":"job-2"}').ids).toEqual(['job-1', 'job-2']);
  });

  it('takes an answer that names its task twice for one task', () => {
    const bare = 'task_01k6x15vhrff09dkkqjrzwhm60';
    const text = `{"detail":{"id":"${bare}","pending_info":{"id":"${bare}"}},"id":"sora-2:${bare}"}`;
    expect(recognise(text).ids).toEqual([`sora-2:${bare}`]);
    expect(recognise(bare).ids).toEqual([bare]);
  });

  it('offers the ids of parts', () => {
    const text = `{"id":"video_a1b2c3","user":{"id":"u-77"}}`;
    expect(recognise(text).ids).toEqual(['video_a1b2c3']);
    expect(maybes(text)).toEqual(['u-77']);
  });

  it.each([
    `request_id: ${UUID}`,
    `Request ID\t${UUID}`,
    `{"error":{"message":"no balance (request id: ${UUID})"}}`,
    `请求ID：${UUID}`,
  ])('offers the id of a request only where nothing else is an id: %s', (line) => {
    expect(recognise(line).ids).toEqual([]);
    expect(maybes(line)).toEqual([UUID]);
    expect(recognise(`${line}\nvideo_abc123`).ids).toEqual(['video_abc123']);
    expect(maybes(`${line}\nvideo_abc123`)).toEqual([]);
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
    expect(maybes(text)).toEqual([]);
  });

  it('reads an application log and that of a server', () => {
    const text = `2026-11-20 14:30:12,345 INFO [worker-3] submit ok task_id=job-77 attempt=1/3 sha=9f8e7d6c5b4a
10.0.0.12 - - [20/Nov/2026:14:30:12 +0800] "GET /v1/videos/job-78 HTTP/1.1" 200 532 "-" "python-requests/2.31.0"
    at async submit (/app/src/worker.ts:88:12) task_01k81e7r1mf0qtvp3ett3mr4jm
id=4412 task=video_68f1a2b3c4d5 host=ip-10-0-1-23 user=maya@x.test`;
    expect(labelled(text)).toEqual({
      'job-77': null,
      'job-78': null,
      task_01k81e7r1mf0qtvp3ett3mr4jm: null,
      video_68f1a2b3c4d5: null,
    });
    expect(maybes(text)).toEqual(['ip-10-0-1-23']);
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

  it('knows ids of 26 letters and digits, beside words for states', () => {
    expect(recognise('gm3qorzdhgbfurvjtvhg6dckhu succeeded 2m ago').ids).toEqual([
      'gm3qorzdhgbfurvjtvhg6dckhu',
    ]);
  });

  it('never takes for an id what is called a key, a password or a seed', () => {
    for (const text of ['Key: my-key-1', '密码：abcd1234efgh', 'a fox --seed 1234567890']) {
      expect([...recognise(text).ids, ...maybes(text)]).toEqual([]);
    }
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

  it('offers nothing of a signature', () => {
    const text = `Hi, 1) Harbour – video_68f1a2b3c4d5
Maya Chen | T +49 30 1234 5678 | M +1 (415) 555-0137 | +8613812345678 | VAT DE123456789
微信：chenmei2020 QQ：123456789 手机：138-1234-5678 电话 13812345678 密码：abcd1234efgh`;
    expect(recognise(text).ids).toEqual(['video_68f1a2b3c4d5']);
    expect(maybes(text)).toEqual([]);
  });

  it.each([
    'H.264 H.265 COVID-19 GPT-4 GPT-4o MP4 1080p 1080p60 UTF-8 ISO-8601 MPEG-4 4K60 HDR10 Rec.709 yuv420p',
    'WiFi6 iPhone15 iPhone-15 RTX-4090 A100-80G Windows-11 macOS-14 OAuth2 Chrome/119 base64 IPv4',
    'sora-2-pro veo3.1-fast kling-v2-1 doubao-seedance-1-0-pro-250528 grok-video-3 wan2.1 gpt-image-1',
    'PO-2026-0117 INV-2026-00123 JIRA-1234 SC01_SH010 Q3-2025 Shot_12 scene-4 Day-1 10-bit 120km/h f/2.8',
    '用H.265编码，PO20260117，4K版本，第3条',
  ])('offers none of the words that people write with digits: %s', (words) => {
    expect(recognise(`please: ${words}, thanks`).ids).toEqual([]);
    expect(maybes(`please: ${words}, thanks`)).toEqual([]);
  });

  it('never takes half of an id where a very long text is cut', () => {
    const text = `${' '.repeat(MAX_TEXT - 12)}video_abc123def`;
    expect(recognise(text).ids).toEqual([]);
    expect(recognise(text.slice(4)).ids).toEqual(['video_abc123def']);
  });
});
