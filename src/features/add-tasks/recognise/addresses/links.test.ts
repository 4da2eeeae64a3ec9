import { describe, expect, it } from 'vitest';

import { analyse } from '~/features/add-tasks/recognise/analyse';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

const OWN = 'https://rushes.example.com';
const links = (text: string): Segment[] =>
  analyse(text, { ownOrigin: OWN }).segments.filter(
    ({ kind }) => kind === 'link' || kind === 'address',
  );
const reasonOf = (text: string): string | null | undefined => links(text)[0]?.reason;
const evidenceOf = (text: string): string | null | undefined => links(text)[0]?.evidence;

describe('links that get no key', () => {
  it.each([
    'https://rushes.example.com',
    'https://rushes.example.com/#/task/7',
    'rushes.example.com/v1',
    'HTTPS://Rushes.Example.com/index.php',
  ])('the page itself: %s', (url) => {
    expect(reasonOf(`open ${url} and paste`)).toBe('own-page');
  });

  it.each(['https://rushes.example.com/relay/kling/v1', 'https://rushes.example.com/demo'])(
    'but its own services: %s',
    (url) => {
      expect(reasonOf(url)).toBeNull();
    },
  );

  it.each([
    'https://northlight.feishu.cn/wiki/Xk3WwQdYjiZ9cBkq7Lmcn2VxnRe',
    'https://docs.google.com/document/d/1Qm4Zt9Lw2Hx7/edit',
    'https://www.notion.so/northlight/Videos-0a1b2c',
    'https://northlight.slack.com/archives/C01/p17',
    'https://teams.microsoft.com/l/message/19',
    'https://meet.google.com/abc-defg-hij',
    'https://zoom.us/j/86512345678',
    'https://github.com/northlight/pipeline',
    'https://northlight.atlassian.net/browse/VID-12',
    'https://pan.baidu.com/s/1abc',
    'https://www.dropbox.com/s/abc/x',
    'https://wiki.northlight.example/Sora',
    'https://intra.example/docs/videos',
    'https://gw.example/help/start',
    'https://gw.example/blog/veo-3',
    'https://studio-wiki.example.com/x',
    'https://docs.gw.example/v1/videos',
  ])('a document, chat or storage: %s', (url) => {
    expect(reasonOf(url)).toBe('document');
  });

  it.each([
    '说明文档 https://intra.example/sora',
    '文档地址：https://intra.example/sora',
    'see the guide: https://intra.example/sora',
  ])('what the text calls a document: %s', (text) => {
    expect(reasonOf(text)).toBe('document');
  });

  it.each([
    'https://a.test/clips/take1.mp4',
    'https://northlight.oss-cn-beijing.aliyuncs.com/a/b?Expires=17',
    'https://cdn.a.test/x/y',
    'https://bucket.s3.amazonaws.com/x',
  ])('a file: %s', (url) => {
    expect(reasonOf(url)).toBe('file');
  });

  it.each([
    'https://api.klingai.com',
    'https://ark.cn-beijing.volces.com/api/v3',
    'https://api.openai.com/v1/videos',
    'https://queue.fal.run',
    'https://generativelanguage.googleapis.com/v1beta',
    'https://dashscope.aliyuncs.com/api/v1/tasks',
    'https://northlight.openai.azure.com/openai/v1',
    'http://10.0.0.12:8080',
    'localhost:4173/demo',
  ])('no service is one: %s', (url) => {
    expect(reasonOf(url)).toBeNull();
  });
});

describe('how a text shows that an address is a service', () => {
  it.each([
    ['https://a.test/v1', 'look-up'],
    ['https://a.test/videos/video_abc123', 'look-up'],
    ['curl https://a.test/studio', 'look-up'],
    ['GET https://a.test/studio', 'look-up'],
    ['接口 https://a.test', 'named'],
    ['接口地址：https://a.test', 'named'],
    ['base_url = "https://a.test"', 'named'],
    ['API 【https://a.test】', 'named'],
    ['ENDPOINT=https://a.test', 'named'],
    ['host: a.test.com', 'named'],
    ['{"baseUrl":"https://a.test"}', 'named'],
    ['地址\nhttps://a.test', 'named'],
    ['it is at https://a.test', 'link'],
    ['https://a.test', 'link'],
  ])('%s: %s', (text, evidence) => {
    expect(evidenceOf(text)).toBe(evidence);
  });
});
