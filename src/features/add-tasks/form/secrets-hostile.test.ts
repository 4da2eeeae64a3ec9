import { expect, it } from 'vitest';

import { maskKeys, readMasked, type Secrets } from './secrets';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const MASK = 'sk-Vb3k…9f2c';
const TWIN = 'sk-Vb3kAAAAAAAAAAAAAAA19f2c';
const FAL = '5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980:0123456789abcdef0123456789abcdef';
const PREFIXED_PAIR = `secret-${'Ab1'.repeat(8)}:${'x9Y'.repeat(8)}`;
const [HEAD, TAIL] = [KEY.slice(0, 14), KEY.slice(14)];
const PEM_BODY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const NONE: Secrets = new Map();

/** Texts, and what of them must not be readable. */
const TEXTS: readonly (readonly [text: string, ...plain: string[]])[] = [
  [`${KEY}${KEY}`, KEY],
  [`${KEY},${TWIN},${KEY}`, KEY, TWIN],
  [`${KEY}.${TWIN}`, KEY, TWIN],
  [`https://a.test/v1/videos/${KEY}`, KEY],
  [`https://user:${KEY}@a.test/v1#${KEY}`, KEY],
  [`https://a.test/x?video_url=https://b.test/?token=${KEY}`, KEY],
  [`key: ${HEAD}\n${TAIL}\ntask_abc123def`, TAIL],
  [`key: ${HEAD}-\n  ${TAIL}\r\ntask_abc123def`, TAIL],
  [`${HEAD}\u200b${TAIL} and ${KEY}`, HEAD, TAIL],
  [`sk\u2011${KEY.slice(3)}`, KEY.slice(3)],
  [`ｓｋ－Ｖｂ３ｋＱ７ｍＰｚ２ＬｘＷｎ８ＲｔＹ４ｃ９ｆ２ｃ`, 'Ｑ７ｍＰｚ２Ｌｘ'],
  [`密钥是${KEY}哦，任务 task_abc123def`, KEY],
  [`😀😀${KEY}😀 task_abc123def`, KEY],
  [`${FAL}\nfal again: ${FAL}`, FAL, FAL.slice(37)],
  [`name,key,task\nFox,${KEY},task_abc123def\nOwl,${TWIN},task_abc123dee`, KEY, TWIN],
  [`Shot 1 ${KEY}: video_abc123def`, KEY],
  [`-----BEGIN PRIVATE KEY-----\n${PEM_BODY}\n-----END PRIVATE KEY-----`, PEM_BODY],
  [`curl -u ${KEY}: -H 'Authorization: Bearer ${KEY}' https://a.test`, KEY],
  [`~~${KEY}~~ <b>${KEY}</b> **${KEY}** _${KEY}_ …${KEY}…`, KEY],
  [`X-Api-Key: q1w2e3r4t5y6u7i8o9p0\nand q1w2e3r4t5y6u7i8o9p0`, 'q1w2e3r4t5y6u7i8o9p0'],
  [`=HYPERLINK("https://a.test?api_key=${KEY}","$&$1")`, KEY],
];

it.each(TEXTS)('hides every key of %j, at the first look and at the next', (text, ...plain) => {
  const first = maskKeys(text, 0, NONE);
  const again = maskKeys(first.text, 0, first.secrets);
  expect(again.text).toBe(first.text);
  expect(keysIn(again.analysis)).toEqual(keysIn(first.analysis));
  expect(keysIn(first.analysis)).not.toEqual([]);
  for (const part of plain) {
    expect(first.text).not.toContain(part);
    expect(drawnOf(first.analysis)).not.toContain(part);
  }
});

it('finds a pair by its whole mask, also where one of its halves stands alone', () => {
  const said = { corrections: [{ value: PREFIXED_PAIR, kind: 'key' as const, alike: false }] };
  const { text, secrets } = maskKeys(PREFIXED_PAIR, 0, NONE, said);
  expect(text).toMatch(/^secret-.*:…$/);
  expect(keysIn(readMasked(text, secrets))).toEqual([PREFIXED_PAIR]);

  const half = FAL.slice(0, 36);
  const both: Secrets = new Map([
    ['5c6a…9980', { apiKey: half, kind: 'key' }],
    ['5c6a…9980:…', { apiKey: FAL, kind: 'key' }],
  ]);
  expect(keysIn(readMasked('5c6a…9980:… 5c6a…9980', both))).toEqual([FAL, half]);
});

it('takes no ellipsis of the text for a very short key', () => {
  const said = { corrections: [{ value: 'abc', kind: 'key' as const, alike: false }] };
  const { text, secrets } = maskKeys('wait… abc', 0, NONE, said);
  expect(text).not.toContain('abc');
  expect(keysIn(readMasked(text, secrets))).toEqual(['abc']);
});

it('shows a masked word again once it is said to be a task, and leaves one that looks alike', () => {
  const { text, secrets } = maskKeys(`${KEY} ${TWIN}`, 0, NONE);
  expect(text).toBe(`${MASK} ${MASK}·2`);
  const said = { corrections: [{ value: KEY, kind: 'id' as const, alike: false }] };
  const after = maskKeys(text, 0, secrets, said);
  expect(after.text).toBe(`${KEY} ${MASK}·2`);
  expect(keysIn(after.analysis)).toEqual([TWIN]);
  expect(maskKeys(after.text, 0, after.secrets).text).toBe(text);
});

it('shows all that look like it if that was said, and keeps hidden what is ignored', () => {
  const { text, secrets } = maskKeys(`${KEY} ${TWIN}`, 0, NONE);
  const say = (kind: 'id' | 'other') => ({ corrections: [{ value: KEY, kind, alike: true }] });
  expect(maskKeys(text, 0, secrets, say('id')).text).toBe(`${KEY} ${TWIN}`);
  expect(maskKeys(text, 0, secrets, say('other')).text).toBe(text);
});

type Analysis = ReturnType<typeof readMasked>;

function keysIn({ segments }: Analysis): string[] {
  return segments.flatMap(({ kind, value }) => (kind === 'key' || kind === 'doubt' ? value : []));
}

/** Everything of an analysis that is drawn or stored: all but the keys themselves. */
function drawnOf({ segments, tables }: Analysis): string {
  const shown = segments.map((segment) =>
    segment.kind === 'key' || segment.kind === 'doubt' ? { ...segment, value: '' } : segment,
  );
  return JSON.stringify([shown, tables]);
}
