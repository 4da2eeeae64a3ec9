import { describe, expect, it } from 'vitest';

import { array, assert, constantFrom, property, runs, string } from '~test/properties';

import { analyse } from './analyse';
import { recognise } from '~/features/add-tasks/recognise';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const UUID = '85eaba38-0185-99d7-8d16-4d9135238846';

describe('any text', () => {
  const marks = String.raw`a 7 - _ : . / " \ { } , … ... ** %3A % id key task_ video_ sk- https:// a.com ： 任务ID`;
  const pieces = constantFrom(...marks.split(' '), '\n', '\t', 'Bearer ', KEY, UUID);
  const texts = array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

  it('gives up no stretch of it, and puts each in its place', () => {
    assert(
      property(texts, (text) => {
        let at = 0;
        for (const segment of analyse(text).segments) {
          expect(segment.start).toBe(at);
          expect(text.slice(segment.start, segment.end)).toBe(segment.text);
          at = segment.end;
        }
        expect(at).toBe(text.length);
      }),
      runs(500),
    );
  });

  it('keeps keys out of ids and names, and ids within the text', () => {
    assert(
      property(texts, (text) => {
        const { keys, ids } = recognise(text);
        for (const id of ids) {
          expect(keys).not.toContain(id);
          expect([text, decodeLeniently(text)].some((one) => one.includes(id))).toBe(true);
        }
        for (const { label } of analyse(text).segments) {
          for (const key of keys) expect(label ?? '').not.toContain(key);
        }
      }),
      runs(500),
    );
  });

  it('leaves no key readable anywhere, and calls none an id', () => {
    const secrets = [KEY, UUID, '5b0d7c1f92ae48368d1f6a0c7e3b9524', 'AbC123dEf456GhI789AbCd'];
    const names = constantFrom(
      ...String.raw`key| api_key=|密钥：|"token": "|<apiKey>|AK |任务 |task_id=|id: |/v1/videos/|?id=|https://a.test/|x|-|_|​| |，`.split(
        '|',
      ),
      '\n',
    );
    const mixed = array(array(names, { maxLength: 4 }), { minLength: 1, maxLength: 6 }).map(
      (groups) =>
        groups
          .map((group, at) => group.join('') + (secrets[(at + group.length) % 4] ?? ''))
          .join('\n'),
    );
    assert(
      property(mixed, (text) => {
        const { segments } = analyse(text);
        const keys = segments.flatMap(({ kind, value }) => (kind === 'key' ? value : []));
        for (const { kind, value, text: written, label, shot, columns } of segments) {
          if (kind === 'key') continue;
          const shown = [value, written, label, shot, ...Object.values(columns)].join('\n');
          for (const key of keys) expect(shown).not.toContain(key);
        }
      }),
      runs(500),
    );
  });

  it('never throws', () => {
    assert(property(string({ unit: 'binary', maxLength: 300 }), (text) => void recognise(text)));
  });
});

function decodeLeniently(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}
