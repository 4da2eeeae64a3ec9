import { describe, expect, it } from 'vitest';

import { cleanText } from '~/core/clean-text';
import { cleanMessage, MAX_MESSAGE, maskKeys } from './clean-message';

describe('text of a service', () => {
  it('loses control characters and marks that turn its direction', () => {
    expect(cleanText('a\u0000b\u202Ec\u009F', 10)).toBe('abc');
  });

  it('keeps emoji made of several parts, and line breaks', () => {
    expect(cleanText('👩‍🚀\nあ', 20)).toBe('👩‍🚀\nあ');
  });

  it('is shortened with an ellipsis, never in the middle of a character', () => {
    expect(cleanText('aaa😀😀', 5)).toBe('aaa…');
    expect(cleanMessage('x'.repeat(2000))).toHaveLength(MAX_MESSAGE);
  });

  it('is nothing when blank', () => expect(cleanText(' \u0000 ', 5)).toBeNull());
});

describe('what looks like a key', () => {
  it.each([
    ['Incorrect API key provided: sk-abc12***wxyz.', 'sk-abc12'],
    ['Authorization: Bearer abcdef123456', 'abcdef123456'],
    ['key AIzaSyA1234567890abcdef is off', 'SyA1234567890'],
    ['令牌：a1b2c3d4e5f6', 'a1b2c3d4e5f6'],
    ['{"api_key":"a1b2c3d4e5"}', 'a1b2c3d4e5'],
    // What the box for pasting takes for a key: pieces are put together, so that no file holds one.
    ...[
      `vda_${'Zx81Kq'.repeat(4)}`,
      `tgp_v1_${'Ab3dEf'.repeat(6)}`,
      `AKIA${'Q7X2'.repeat(4)}`,
      `ya29.${'a0Ab_c'.repeat(6)}`,
      `${'9f8e7d6c'.repeat(4)}.${'Ab12'.repeat(4)}`,
      `rk_live_${'Z9y8'.repeat(6)}`,
      `eyJ${'hbGciOi'.repeat(3)}.${'eyJz7d'.repeat(3)}.${'sIgn4t'.repeat(3)}`,
      `-----BEGIN PRIVATE KEY-----\n${'MIIEvQ1b'.repeat(8)}\n-----END PRIVATE KEY-----`,
    ].map((key) => [`The key ${key} is not active`, key.slice(-16)]),
  ] as [string, string][])('is hidden in %s', (text, secret) =>
    expect(maskKeys(text)).not.toContain(secret),
  );

  it.each([
    'Incorrect API key provided: None.',
    '未提供令牌 (request id: 20251203163628887504426peTTS6R2)',
    'Use Bearer authentication',
    '{"completion_tokens": 120000000}',
    'task_01k6x15vhrff09dkkqjrzwhm60',
  ])('is not seen in %s', (text) => expect(maskKeys(text)).toBe(text));
});
