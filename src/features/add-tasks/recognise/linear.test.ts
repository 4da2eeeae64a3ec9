import { expect, it } from 'vitest';

import { analyse } from './analyse';
import { U } from './test-pastes';
import { learnWords } from './words/all';

learnWords();

/** The processor's time for a text in ms, the better of two: a clock would also count what other programs take. */
function timeFor(text: string): number {
  const times = [0, 1].map(() => {
    const start = process.cpuUsage();
    analyse(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

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

const SHORT = 10_000;
const TIMES = 8;
/** The square of the length would be 64 times. Below this many milliseconds a time is noise. */
const MOST = 32;
const NOISE = 4;

it.each(shapes)('%j over and over takes time in proportion to its length', (piece) => {
  const short = piece.repeat(SHORT / piece.length);
  const [once, long] = [timeFor(short), timeFor(short.repeat(TIMES))];
  expect(long).toBeLessThan(MOST * Math.max(once, NOISE));
});

it('takes no longer for many keys that look the same when masked', () => {
  const keys = (count: number): string =>
    Array.from({ length: count }, (_, at) => `sk-Vb3k${String(at).padStart(18, 'x7Q')}9f2c`).join(
      '\n',
    );
  const [once, long] = [timeFor(keys(500)), timeFor(keys(500 * TIMES))];
  expect(long).toBeLessThan(MOST * Math.max(once, NOISE));
});
