import { expect, test } from 'vitest';

import { bodyOf, type HookFormat } from './bodies';
import type { Message } from './message';

const MESSAGE: Message = {
  event: 'batch-ended',
  name: 'Friday set',
  total: 12,
  ready: 11,
  failed: 1,
  at: '2026-11-30T10:00:00.000Z',
  text: 'Friday set: 11 ready, 1 failed\n<at id="all"> & "Fox": Failed',
  link: 'https://rushes.test/#/?batch=b1',
};
const bodyAs = (format: HookFormat, message = MESSAGE): unknown =>
  JSON.parse(bodyOf(format, message));
const PLAIN =
  'Friday set: 11 ready, 1 failed\n＜at id="all"＞ & "Fox": Failed\nhttps://rushes.test/#/?batch=b1';

test.each<[HookFormat, unknown]>([
  ['json', MESSAGE],
  [
    'slack',
    {
      text: 'Friday set: 11 ready, 1 failed\n&lt;at id="all"&gt; &amp; "Fox": Failed\nhttps://rushes.test/#/?batch=b1',
      mrkdwn: false,
      unfurl_links: false,
    },
  ],
  ['feishu', { msg_type: 'text', content: { text: PLAIN } }],
  ['dingtalk', { msgtype: 'text', text: { content: PLAIN }, at: { isAtAll: false } }],
  ['wecom', { msgtype: 'text', text: { content: PLAIN } }],
])('as %s, with nothing in it that a chat would take for a tag', (format, body) => {
  expect(bodyAs(format)).toEqual(body);
});

test('a long text is cut between characters, so that chats take it and the link stays whole', () => {
  const text = '港口🎬'.repeat(800);
  const { content } = (bodyAs('wecom', { ...MESSAGE, text }) as { text: { content: string } }).text;
  expect(new TextEncoder().encode(content).length).toBeLessThanOrEqual(2048);
  expect(content).toMatch(/^(?:港口🎬)+港?口?…\nhttps:\/\/rushes\.test\/#\/\?batch=b1$/u);
});
