import { describe, expect, it } from 'vitest';

import { maskKey } from '~/core/mask';
import { analyse } from '~/features/add-tasks/recognise/analyse';

import { keysGiven, type MissingKey } from './missing-keys';

const NORTH = 'sk-northwind7Qm2rushes4Zt91d7e';
const LUMEN = 'sk-lumen8Rk3rushes5Yu0aaaa77ab';
const LATER = 'sk-later9Sl4rushes6Xv1bbbb52c0';

const missing = (id: string, base: string, key: string): MissingKey => ({
  id,
  base,
  hint: maskKey(key),
});
const A = missing('a', 'https://api.example.com', NORTH);
const B = missing('b', 'https://gateway.example.net', LATER);

/** What a text gives: keys by connection, and those it asks about with their candidates. */
function read(text: string, ...wanted: readonly MissingKey[]) {
  const { given, doubts, elsewhere } = keysGiven(analyse(text).segments, wanted);
  return {
    given: Object.fromEntries([...given].map(([id, { apiKey }]) => [id, apiKey])),
    doubts: doubts.map(({ secret, candidates }) => [secret.apiKey, ...candidates]),
    elsewhere,
  };
}

describe('a key in a pasted message', () => {
  it('goes to the service that stands beside it, also where it is a new one', () => {
    const text = `keys for this week\nNorthwind ${NORTH} https://api.example.com/v1\nLumen ${LUMEN} https://gateway.example.net`;
    expect(read(text, A, B)).toEqual({ given: { a: NORTH, b: LUMEN }, doubts: [], elsewhere: [] });
  });

  it('is asked about where its service was named with https and is stored without', () => {
    const plain = missing('a', 'http://api.example.com', LATER);
    const { given, doubts } = read(`https://api.example.com ${NORTH}`, plain);
    expect(given).toEqual({});
    expect(doubts).toEqual([[NORTH, 'a']]);
  });

  it('goes where it was before, if it looks the same and the text names no service', () => {
    expect(read(`key: ${NORTH}`, A, B)).toEqual({
      given: { a: NORTH },
      doubts: [],
      elsewhere: [],
    });
  });

  it('is asked about where the text does not say: not even the last one left is taken', () => {
    expect(read(`key: ${LUMEN}`, A, B).doubts).toEqual([[LUMEN, 'a', 'b']]);
    expect(read(`key: ${LUMEN}`, A).doubts).toEqual([[LUMEN, 'a']]);
    expect(read(`${NORTH}\n\n${LUMEN}`, A, B)).toMatchObject({
      given: { a: NORTH },
      doubts: [[LUMEN, 'b']],
    });
  });

  it('is asked about where its service misses two', () => {
    const other = missing('a2', A.base, LATER);
    expect(read(`${LUMEN} https://api.example.com/v1`, A, other)).toEqual({
      given: {},
      doubts: [[LUMEN, 'a', 'a2']],
      elsewhere: [],
    });
    expect(read(`${LATER} https://api.example.com/v1`, A, other).given).toEqual({ a2: LATER });
  });

  it('goes nowhere if its service misses none, even if it looks like another one’s', () => {
    expect(read(`${NORTH} https://elsewhere.example.org/v1/videos`, A, B)).toEqual({
      given: {},
      doubts: [],
      elsewhere: ['https://elsewhere.example.org'],
    });
  });

  it('goes by its looks only where they show enough', () => {
    const short = { ...A, hint: 'sk-…' };
    expect(read(`key: ${NORTH}`, short).given).toEqual({});
  });
});
