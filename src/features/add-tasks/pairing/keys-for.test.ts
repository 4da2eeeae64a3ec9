import { describe, expect, it } from 'vitest';

import { keysFor } from './keys-for';
import { OWN_PAGE } from './test-plan';

const K1 = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const K2 = 'sk-Hx5tR2m9Zc64qWs83d7aLp0q';
const BASE = 'https://api.a.test';
const found = (text: string, base = BASE): string | null => {
  const { secrets, elsewhere } = keysFor(text, base, OWN_PAGE);
  return elsewhere ?? (secrets.map(({ apiKey }) => apiKey).join(' ') || null);
};

describe('a new key for a service', () => {
  it.each([
    ['is found alone', K1],
    ['is found in a message', `hi, the new key is ${K1}, the old one is dead`],
    ['is found beside the service’s address', `https://api.a.test ${K1}\nhttps://api.b.test ${K2}`],
    ['is found where another service’s key has its address', `${K1}\n\nhttps://api.b.test ${K2}`],
    ['is found beside a link to this page', `open ${OWN_PAGE} and paste ${K1}`],
    ['is found beside the website of a signature', `${K1}\n\nBest, Ana\nwww.corp.test`],
  ])('%s', (_, text) => {
    expect(found(text)).toBe(K1);
  });

  it.each([
    ['on its line', `https://api.b.test ${K1}`],
    ['below it', `https://api.b.test\n${K1}`],
    ['called its base', `base: https://b.test\n\nkey: ${K1}`],
  ])('is refused if another service’s address stands %s', (_, text) => {
    expect(found(text)).toMatch(/^https:\/\/(?:api\.)?b\.test$/);
  });

  it('is found beside an address without a scheme', () => {
    expect(found(`10.0.0.5:8001 ${K1}`, 'http://10.0.0.5:8001')).toBe(K1);
  });

  it('is a single word of any form', () => {
    expect(found('85eaba38-0185-99d7-8d16-4d9135238846')).toBe(
      '85eaba38-0185-99d7-8d16-4d9135238846',
    );
  });

  it('is none in a text without one', () => {
    expect(found('good morning, how are you?')).toBeNull();
  });
});
