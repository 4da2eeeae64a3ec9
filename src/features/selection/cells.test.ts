import { expect, it } from 'vitest';

import { cardOf } from '~/engine/answers/card-of';
import { anAnswer, aTracked, serviceKeys } from '~test/builders';

import { cellsOf, listOf } from './cells';

const cardWith = (label: string, prompt: string) =>
  cardOf(aTracked({ label, taskId: 'video_1' }), anAnswer({ prompt }), serviceKeys());
const promptOf = (cells: string): string | undefined => cells.split('\t')[3];

it.each([
  ['=1+1', "'=1+1"],
  ['  =1+1', "'=1+1"],
  ['\n@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['-2+3', "'-2+3"],
  ['+1', "'+1"],
  // A spreadsheet takes the quotes off, and what is left for a formula.
  ['"=1+1"', '"""=1+1"""'],
  // Open, it would take in all rows below.
  ['"open', '"""open"'],
  ['two\tcells\nand rows', 'two cells and rows'],
  ['清晨的茶馆', '清晨的茶馆'],
])('a prompt is one cell of text: %j', (prompt, cell) => {
  expect(promptOf(cellsOf([cardWith('take 1', prompt)]))).toBe(cell);
});

it('a list has a paragraph for each task', () => {
  const text = listOf([cardWith('take 1', 'a boat'), cardWith('take 2', 'a pier')]);
  expect(text.split('\n\n')).toEqual(['take 1\nvideo_1\na boat', 'take 2\nvideo_1\na pier']);
});
