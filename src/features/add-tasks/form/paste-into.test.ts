import { describe, expect, it } from 'vitest';

import { draftOf } from './draft-text';
import { pasteInto } from './paste-into';

const REFUSED = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const RIGHT = 'sk-Hx5tR2m9Zc64qWs83d7aKyNu';
const ID = 'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980';
const box = draftOf(`key: ${REFUSED}\n${ID}`);
const end = box.text.length;
const afterMask = box.text.indexOf('\n');

const at = (text: string, from: number, to = from) => ({ text, from, to });

describe('a key that is pasted after another was refused', () => {
  it.each([
    ['at the end', at(`\n${RIGHT}`, end)],
    ['right behind the refused one', at(RIGHT, afterMask)],
    ['in a sentence', at(`sorry, it is ${RIGHT} !`, 0)],
  ])('takes its place, %s', (_, pasted) => {
    const { text, caret } = pasteInto(box, pasted, REFUSED);
    expect(text).toBe(`key: ${RIGHT}\n${ID}`);
    expect(text.slice(0, caret).endsWith(RIGHT)).toBe(true);
  });

  it('takes its place wherever it stands', () => {
    const twice = draftOf(`${REFUSED}\n${ID}\n${REFUSED}`);
    const { text } = pasteInto(twice, at(RIGHT, 0), REFUSED);
    expect(text).toBe(`${RIGHT}\n${ID}\n${RIGHT}`);
  });

  it.each([
    ['with ids of its own', `${RIGHT} video_86c5d3e4aa11`],
    ['with another', `${RIGHT} sk-Jd8nG3v7Bw52yCu16e4bXoPq`],
    ['with an address', `https://api.example.org ${RIGHT}`],
    ['not at all: an id', 'video_86c5d3e4aa11'],
  ])('is added where it is pasted if it comes %s', (_, pasted) => {
    expect(pasteInto(box, at(`\n${pasted}`, end), REFUSED).text).toBe(`${box.text}\n${pasted}`);
  });
});

it('keeps a key that is pasted beside a masked one apart from it', () => {
  const [beforeMask] = [box.text.indexOf('sk-')];
  expect(pasteInto(box, at(RIGHT, afterMask), null).text).toBe(
    box.text.replace('\n', ` ${RIGHT}\n`),
  );
  expect(pasteInto(box, at(RIGHT, beforeMask), null).text).toBe(
    box.text.replace('sk-', `${RIGHT} sk-`),
  );
});

it('puts a text in place of what is selected', () => {
  expect(pasteInto(box, at('Key:', 0, 4), null)).toEqual({
    text: box.text.replace('key:', 'Key:'),
    caret: 4,
  });
});
