import { describe, expect, it } from 'vitest';

import { draftOf, MAX_BOX } from './draft-text';
import { maskKeys, readMasked, type Secrets } from './secrets';
import { endOfChange } from './use-undo';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const MASK = 'sk-Vb3k…9f2c';
const NONE: Secrets = new Map();
const keysOf = (text: string, secrets: Secrets): string[] =>
  readMasked(text, secrets).segments.flatMap(({ kind, value }) => (kind === 'key' ? value : []));

describe('a key in the box', () => {
  it('becomes its mask, with the caret behind it', () => {
    const { text, caret, secrets } = maskKeys(`use ${KEY} now`, 4 + KEY.length, NONE);
    expect(text).toBe(`use ${MASK} now`);
    expect(caret).toBe(4 + MASK.length);
    expect(keysOf(text, secrets)).toEqual([KEY]);
  });

  it('is left alone while it is typed', () => {
    expect(maskKeys(KEY, KEY.length, NONE, {}, KEY.length).text).toBe(KEY);
    expect(maskKeys(`${KEY} `, KEY.length + 1, NONE, {}, KEY.length + 1).text).toBe(`${MASK} `);
  });

  it('is gone once its mask is edited, and back when the mask is whole again', () => {
    const { secrets } = maskKeys(KEY, 0, NONE);
    expect(keysOf(MASK.slice(0, -1), secrets)).toEqual([]);
    expect(keysOf(`${MASK}x`, secrets)).toEqual([]);
    expect(keysOf(MASK, secrets)).toEqual([KEY]);
  });

  it('keeps apart from another one that looks alike', () => {
    const twin = 'sk-Vb3kAAAAAAAAAAAAAAA19f2c';
    const { text, secrets } = maskKeys(`${KEY} ${twin}`, 0, NONE);
    expect(text).toBe(`${MASK} ${MASK}·2`);
    expect(keysOf(text, secrets)).toEqual([KEY, twin]);
  });

  it('makes no bare list of the words around it', () => {
    const { text, secrets } = maskKeys(`is this yours? ${KEY}\njob-77`, 0, NONE);
    expect(readMasked(text, secrets).segments.at(-1)).toMatchObject({
      kind: 'maybe',
      value: 'job-77',
    });
  });

  it('is masked in an address as well, wherever it stands in a long text', () => {
    expect(maskKeys(`https://a.test/v1?key=${KEY}`, 0, NONE).text).not.toContain(KEY);
    const { text, cut } = draftOf(`${'word '.repeat(MAX_BOX / 5)}${KEY}`);
    expect(text).not.toContain('sk-');
    expect(text.length).toBeLessThanOrEqual(MAX_BOX);
    expect(cut).toBe(true);
  });
});

it('puts the caret behind what an undo brings back', () => {
  expect(endOfChange('ab', 'aXXb')).toBe(3);
  expect(endOfChange('aXXb', 'ab')).toBe(1);
});
