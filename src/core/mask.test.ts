import { describe, expect, it } from 'vitest';

import { maskKey } from './mask';

describe('a masked key', () => {
  it.each([
    ['sk-Vb3kabcdefgh9f2c', 'sk-Vb3k…9f2c'],
    ['AKsomethinglong', 'AKs…ong'],
    ['abc', '…'],
  ])('%s is shown as %s', (key, mask) => expect(maskKey(key)).toBe(mask));

  it('shows nothing of the secret of a pair, and no more of the other half than of one key', () => {
    const access = 'AbCd1234567890efghWxYz';
    const secret = 'q7w8e9r0t1y2u3i4';
    expect(maskKey(`${access}:${secret}`)).toBe(`${maskKey(access)}:…`);
    expect(maskKey(`${access}:short`)).not.toMatch(/short|hort|ort/);
    expect(maskKey(`:${secret}`)).toBe('…:…');
    // A word that ends in a colon is not a pair.
    expect(maskKey(`${access}:`)).toBe('AbCd…xYz:');
  });
});
