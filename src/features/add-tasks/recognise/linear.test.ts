import { expect, it } from 'vitest';

import { analyse } from './analyse';

/** Time for a text, the better of two. */
function timeFor(text: string): number {
  const times = [0, 1].map(() => {
    const start = performance.now();
    analyse(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const HALF = 100_000;
const U = '5d0c7e21-93ab-4f6e-8a10-3bb7f24e9c61';
const shapes = [
  '\\',
  ' ',
  '-',
  '—',
  '"',
  "'",
  '(',
  '[',
  '{',
  '}',
  '<',
  '>',
  '.',
  '/',
  '=',
  ':',
  '|',
  '*',
  '_',
  '^',
  '~',
  '7',
  'a',
  'A',
  '\n',
  '\t',
  '\u200b',
  '\u00a0',
  '，',
  '是',
  '…',
  'Ａ',
  'key ',
  'key: ',
  'key=',
  'key/',
  'key\n',
  'keysk-',
  'sk-',
  '--sk-',
  '_key_',
  'token "',
  '密钥',
  '密钥（',
  '任务 ',
  'AK：',
  'ak/sk: ',
  `${U} `,
  `${U}-`,
  'aB3dE5gH7jK9lM1nO3pQ5r',
  'aB3/+x',
  'eyJa.',
  'eyJaaaaaaaaaaaa.',
  'Bearer ',
  'Bearer/',
  'ya29.',
  'https://',
  'http://a.b/',
  'a.b.',
  'a.com ',
  'a.com/v1/',
  'projects/a/',
  'operations/',
  'arn:aws:bedrock:',
  '-----BEGIN PRIVATE KEY-----\n',
  '{"key":"token","value":"',
  '<apiKey>',
  '"id":{',
  '[{',
  '{"id":"a-1",',
  'id=1 ',
  '?task_id=a1,',
  '%3A',
  'video_',
  'task_a/',
  'a1b2c3d4 ',
  'a,b\n',
  'key,b\n',
] as const;

it.each(shapes)('%j over and over takes time in proportion to its length', (piece) => {
  const short = piece.repeat(HALF / piece.length);
  timeFor(short.slice(0, 5000));
  const [once, twice] = [timeFor(short), timeFor(short + short)];
  // The square would be four times; small times are noise.
  expect(twice).toBeLessThan(3.2 * once + 120);
});

it('takes no longer for many keys that look the same when masked', () => {
  const keys = (count: number): string =>
    Array.from({ length: count }, (_, at) => `sk-Vb3k${String(at).padStart(18, 'x7Q')}9f2c`).join(
      '\n',
    );
  const [once, twice] = [timeFor(keys(3000)), timeFor(keys(6000))];
  expect(twice).toBeLessThan(3.2 * once + 120);
});
