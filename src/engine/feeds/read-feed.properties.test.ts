import { expect, test } from 'vitest';

import { isBoundedColumns } from '~/core/tracked';
import { maskKeys } from '~/engine/gateway/clean-message';
import * as fc from '~test/properties';

import { MAY_HOLD_KEY } from './feed-row';
import { readFeed, type FeedRow } from './read-feed';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';

/** What feeds are made of, and what keys are. */
const BITS = `id name task_id , ; "" " [ ] { } : video_1 null < .. 1e999 {"id":"a1"}`.split(' ');
const KEY_BITS =
  `sk- hf_ AKIA eyJ Bearer token= 令牌： key Basic . - : a1 Zz9 abcd 0f0f0f0f " ${KEY} AKIAIOSFODNN7EXAMPLE -----BEGIN`.split(
    ' ',
  );
/** In one piece with a word, nobody could say where it begins. */
const KEYS = [` ${KEY} `, `"${KEY}"`, `,${KEY},`, `Bearer ${KEY}`];
const SPACE = ['\n', '\r\n', '\t', ' ', '\0', '\uFEFF', '\u202E'];

const joined = (bits: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...bits, ...SPACE), { maxLength: most }).map((all) => all.join(''));

test('a feed is bounded and total, and brings no key, whatever it says', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), joined([...BITS, ...KEYS], 40)),
      fc.constantFrom('', 'text/csv', 'text/html'),
      (text, contentType) => {
        const reading = readFeed(text, contentType);
        const all =
          'problem' in reading ? [] : [...reading.rows, ...(reading.open ? [reading.open] : [])];
        expect(all.every(({ taskId }) => /^\S{1,200}$/.test(taskId))).toBe(true);
        expect(all.every(({ columns }) => isBoundedColumns(columns))).toBe(true);
        expect(JSON.stringify(all)).not.toContain('sk-Vb3kQ7');
      },
    ),
    fc.runs(1000),
  );
});

test('every text with a key in it is searched for keys', () => {
  fc.assert(
    fc.property(joined(KEY_BITS, 12), (text) => {
      expect(MAY_HOLD_KEY.test(text) || maskKeys(text) === text).toBe(true);
    }),
    fc.runs(2000),
  );
});

test('a feed says the same in every way of writing it', () => {
  const rows = (text: string): FeedRow[] => {
    const reading = readFeed(text, '');
    return 'problem' in reading ? [] : reading.rows;
  };
  const word = fc.stringMatching(/^[A-Za-z0-9 ,;"\n]{1,12}$/).map((one) => `w${one.trim()}`);
  const id = fc.stringMatching(/^video_[a-z0-9]{4,9}$/);
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.record({ id, name: word, shot: word }), { minLength: 1, maxLength: 9 }),
      (records) => {
        const csv = records.map((one) => [one.id, one.name, one.shot].map(quoted).join(','));
        const wanted = rows(JSON.stringify(records));
        expect(wanted).not.toEqual([]);
        expect(rows(`id,name,shot\n${csv.join('\n')}\n`)).toEqual(wanted);
        expect(rows(records.map((one) => `${JSON.stringify(one)}\n`).join(''))).toEqual(wanted);
      },
    ),
  );
});
