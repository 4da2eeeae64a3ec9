import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { eraserOf } from './without-key';

const withoutKey = (text: string, key: string): string => eraserOf([key]).inText(text);

const KEY_CHARACTER = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const ECHOES: Record<string, (text: string) => string> = {
  'in base64': base64,
  'in base64 for addresses': (text) => Buffer.from(text).toString('base64url'),
  'in base64 in an address': (text) => encodeURIComponent(base64(text)),
  'in base64 with escaped slashes': (text) => base64(text).replaceAll('/', '\\/'),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  reversed: (text) => Array.from(text).toReversed().join(''),
  'in an address': encodeURIComponent,
  'in JSON': (text) => JSON.stringify(text).slice(1, -1),
};

describe('a key that is known', () => {
  it('is hidden by itself where the very key is known', () => {
    expect(withoutKey('your key plain-secret is bad', 'plain-secret')).toBe('your key … is bad');
  });

  it.each([
    String.raw`{"to":"a\/b+c=="}`,
    String.raw`{"to":"\u0061/b\u002Bc=="}`,
    'https://x.test/v?to=a%2Fb%2Bc%3D%3D',
  ])('is hidden however it is written: %s', (text) => {
    const hidden = withoutKey(text, 'a/b+c==');
    expect(hidden).toContain('…');
    expect(hidden).not.toMatch(/[bc]/);
  });

  it.each(Object.entries(ECHOES))('is hidden where it is echoed %s', (_name, echo) => {
    const key = fc.string({ unit: KEY_CHARACTER, minLength: 12, maxLength: 80 });
    const beside = fc.string({ unit: KEY_CHARACTER, maxLength: 7 });
    fc.assert(
      fc.property(key, beside, beside, (secret, before, after) => {
        const told = echo(before + secret + after);
        const hidden = withoutKey(`so: «${told}» end`, secret);
        expect(hidden).toContain('…');
        // Beside it, as much as shares a letter of the echo with what stands there.
        expect(partsOf(hidden, secret, 5)).toEqual([]);
        expect(eraserOf([secret]).in({ a: [told] })).toEqual({ a: [withoutKey(told, secret)] });
      }),
    );
  });

  it('leaves alone what only looks like an echo of a short one', () => {
    expect(withoutKey('dcba YWJjZA== abcd', 'abcd')).toBe('dcba YWJjZA== …');
  });
});

/** The parts of a key, so many characters long, that stand in a text however it is read. */
function partsOf(text: string, key: string, length: number): string[] {
  const runs = text
    .replaceAll('\\/', '/')
    .split(/[^A-Za-z0-9+/_=%-]+/)
    .map(safely);
  const readings = [
    text,
    safely(text),
    Array.from(text).toReversed().join(''),
    ...runs.flatMap((run) =>
      [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString('latin1')),
    ),
    ...runs.flatMap((run) =>
      [0, 1].map((from) => Buffer.from(run.slice(from), 'hex').toString('latin1')),
    ),
  ];
  const parts = Array.from({ length: key.length - length + 1 }, (_, at) =>
    key.slice(at, at + length),
  );
  return parts.filter((part) => readings.some((reading) => reading.includes(part)));
}

function safely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
