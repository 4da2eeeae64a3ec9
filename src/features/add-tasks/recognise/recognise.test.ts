import { describe, expect, it } from 'vitest';

import { array, assert, constantFrom, oneof, property, string } from '~test/properties';

import { analyse } from './analyse';
import { recognise } from '~/features/add-tasks/recognise';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const maybes = (text: string): string[] =>
  analyse(text).segments.flatMap(({ kind, value }) => (kind === 'maybe' ? value : []));
const labels = (text: string): (string | null)[] =>
  analyse(text).segments.flatMap(({ kind, label }) => (kind === 'id' ? [label] : []));

describe('recognise', () => {
  it('reads a chat message with a key, three ids and words', () => {
    const text = `${KEY}
sora-2:task_01k81e7r1mf0qtvp3ett3mr4jm
{"id": "video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980", "status": "queued"}
thanks, these three are for Friday veo3:1753613210-OR998GOIzu`;
    expect(recognise(text)).toEqual({
      keys: [KEY],
      ids: [
        'sora-2:task_01k81e7r1mf0qtvp3ett3mr4jm',
        'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980',
        'veo3:1753613210-OR998GOIzu',
      ],
      addresses: [],
    });
    expect(maybes(text)).toEqual([]);
  });

  it('reads Chinese chat text without blanks', () => {
    const text = `密钥：${KEY}，地址：https://api.a.test/v1，任务是「task_LtujSKpBYTZNT4BXpUlfKYypoM5XabYN」和“video_69b25d5f467c81908733a56bc236b4df”。谢谢！`;
    expect(recognise(text)).toEqual({
      keys: [KEY],
      ids: ['task_LtujSKpBYTZNT4BXpUlfKYypoM5XabYN', 'video_69b25d5f467c81908733a56bc236b4df'],
      addresses: ['https://api.a.test/v1'],
    });
  });

  it.each([
    'sora-2:task_01k81e7r1mf0qtvp3ett3mr4jm',
    'sora-2-pro:task_01k6x15vhrff09dkkqjrzwhm60',
    'grok:299604b7-c5ea-47b5-bc64-c06f300f0d27',
    'grok-video-3:299604b7-c5ea-47b5-bc64-c06f300f0d27',
    'veo3.1-fast:1770350082-trii1OXZc3',
    'video_69b25d5f467c81908733a56bc236b4df',
    'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980',
    'video_gen_0123456789abcdef0123456789abcdef',
    'video_bGl0ZWxsbTpjdXN0b21fbGxtX3Byb3ZpZGVyOmdlbWluaTttb2RlbF9pZDp2ZW8tMy4wO3ZpZGVvX2lkOmFiYw==',
    'task_1234567890abcdef1234567890abcdef',
    'char_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980',
    'sora_abc123def456',
    'chatvideo-8f2c91',
    'qvideo-user1-1773',
    'cgt-20251020112233-abcde',
    'gen-vid-1770350082-AbCdEfGhIjKlMnOpQrSt',
    'b3c9e2c4-4d4d-4a97-9d79-000000000000',
    '866168216002236456',
    'sora-2-123456',
  ])('knows %s, in prose, in JSON and in a URL', (id) => {
    expect(recognise(`please watch ${id}, thank you`).ids).toEqual([id]);
    expect(recognise(`[{"task_id":"${id}","status":"queued"}]`).ids).toEqual([id]);
    expect(recognise(`https://a.test/v1/videos/${encodeURIComponent(id)}`).ids).toEqual([id]);
    expect(
      recognise(`curl 'https://a.test/v1/video/query?id=${encodeURIComponent(id)}'`).ids,
    ).toEqual([id]);
  });

  it('reads a curl command: the key, the address and the id', () => {
    const text = `curl https://api.a.test/v1/videos/video_123abc/content -H "Authorization: Bearer ${KEY}"`;
    expect(recognise(text)).toEqual({
      keys: [KEY],
      ids: ['video_123abc'],
      addresses: ['https://api.a.test/v1/videos/video_123abc/content'],
    });
  });

  it('reads a table, with the names beside the ids', () => {
    const text =
      'Title\tTask ID\tStatus\nHarbour fly-over\tvideo_abc123\tqueued\nSnow leopard\tjob-7\tqueued';
    expect(recognise(text).ids).toEqual(['video_abc123', 'job-7']);
    expect(labels(text)).toEqual(['Harbour fly-over', 'Snow leopard']);
    expect(labels('Harbour fly-over: video_abc123\n2. Snow leopard - task_9f8e7d')).toEqual([
      'Harbour fly-over',
      'Snow leopard',
    ]);
  });

  it('reads logs without taking times, versions or sizes for ids', () => {
    const text =
      '2026-11-23T10:11:12.345Z INFO v1.2.3 created task_abc123def (1280x720, 10s, sora-2, take 4) h264.mp4';
    expect(recognise(text).ids).toEqual(['task_abc123def']);
    expect(maybes(text)).toEqual([]);
  });

  it('reads JSON within JSON', () => {
    expect(recognise('{"body":"{\\"id\\":\\"video_abc123\\"}"}').ids).toEqual(['video_abc123']);
  });

  it('takes a bare list for ids, whatever they look like', () => {
    expect(recognise(`${KEY}\ne401-a\nfast-1, job-77123abc\n`).ids).toEqual([
      'e401-a',
      'fast-1',
      'job-77123abc',
    ]);
    expect(recognise(`key: ${KEY}\naddress: localhost:4173/demo\ntasks: e404-x estuck1`)).toEqual({
      keys: [KEY],
      ids: ['e404-x', 'estuck1'],
      addresses: ['localhost:4173/demo'],
    });
  });

  it('offers what may be an id in a sentence, and drops nothing of it silently', () => {
    expect(recognise('is job-77123abc yours, or my_task_9?').ids).toEqual([]);
    expect(maybes('is job-77123abc yours, or my_task_9?')).toEqual(['job-77123abc', 'my_task_9']);
  });

  it.each(['sk-Vb3k…9f2c', 'sk-****************', 'sk-xxxxxxxxxxxxxxxx', 'sk-Vb3k...9f2c'])(
    'knows that %s is no key',
    (masked) => {
      expect(recognise(`my key is ${masked}`).keys).toEqual([]);
    },
  );

  it('knows addresses from mails, pictures and file names', () => {
    expect(
      recognise('write to ann@api.a.com about https://x.test/a.png and take2.mp4').addresses,
    ).toEqual([]);
    expect(recognise('it is api.example.com/v1 or 127.0.0.1:8080').addresses).toEqual([
      'api.example.com/v1',
      '127.0.0.1:8080',
    ]);
  });
});

describe('analyse', () => {
  const chunks = oneof(
    string(),
    constantFrom(
      KEY,
      'video_123abc',
      'https://a.test/v1/videos/task_1%3A2',
      '\t',
      '\n',
      '，',
      '{"id":"',
      'Bearer ',
    ),
  );
  const texts = array(chunks, { maxLength: 12 }).map((parts) => parts.join(''));

  it('covers any text exactly, in order', () => {
    assert(
      property(texts, (text) => {
        const segments = analyse(text).segments;
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        let at = 0;
        for (const { start, end } of segments) {
          expect(start).toBe(at);
          at = end;
        }
      }),
    );
  });

  it('never takes a key for an id', () => {
    assert(
      property(texts, (text) => {
        const { keys, ids } = recognise(text);
        for (const key of keys) expect(ids).not.toContain(key);
      }),
    );
  });

  it('finds a key again where nothing says that it is one', () => {
    const key = 'AbC123dEf456GhI789AbCd';
    const text = `try ${key} first, that is api_key=${key} (see https://a.test/v1/videos/${key})`;
    expect(recognise(text)).toMatchObject({ keys: [key], ids: [] });
  });

  it('finds nothing that the text does not say', () => {
    assert(
      property(texts, (text) => {
        const invented = analyse(text).segments.filter(
          ({ kind, value, text: written }) =>
            ['id', 'maybe', 'key'].includes(kind) &&
            value !== written &&
            value !== decodeURIComponent(written),
        );
        expect(invented).toEqual([]);
      }),
    );
  });

  const pieces = String.raw`a. a- _ video_ task_a/ sk- key" model:a id= http://a/ A_ eyJaaaaaaaaaa_ api- Take: ids:a, {"title":"a","id":"a-1", "title":" /v1/videos/ 1, **a [a](`;
  const lines = ['ids:\nab\n', 'Task ID\tName\na-1\tb\n', 'a b video_a1\n', 'key is ', ' \t'];

  it.each([...pieces.split(' '), ...lines])(
    'needs time in proportion to the text, even for %s over and over',
    (piece) => {
      // What takes the square of the length takes minutes here, which no test is given.
      const text = piece.repeat(200_000 / piece.length);
      expect(analyse(text).segments.at(-1)?.end).toBe(text.length);
    },
  );

  it('reads a very long text', () => {
    const text = Array.from(
      { length: 4000 },
      (_, index) => `take ${index}: video_${index}abcdef12`,
    ).join('\n');
    expect(recognise(text).ids).toHaveLength(4000);
  });
});
