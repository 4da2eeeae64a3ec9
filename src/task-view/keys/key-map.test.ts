import { expect, test } from 'vitest';

import { actionOf } from './key-map';

const HELD = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const inPlayer = (key: string, held: Partial<KeyboardEvent> = {}) =>
  actionOf('player', { key, ...HELD, ...held });
const inComparison = (key: string, held: Partial<KeyboardEvent> = {}) =>
  actionOf('comparison', { key, ...HELD, ...held });

test('keys mean what editors know, in either case', () => {
  expect(inPlayer(' ')).toBe('toggle');
  expect(inPlayer('j')).toBe('backwards');
  expect(inPlayer('J')).toBe('backwards');
  expect(inPlayer('ArrowLeft')).toBe('frameBack');
  expect(inPlayer('ArrowLeft', { shiftKey: true })).toBe('secondBack');
  expect(inPlayer('>', { shiftKey: true })).toBe('faster');
  expect(inPlayer('N', { shiftKey: true })).toBe('nextTask');
  expect(inPlayer('p')).toBe('pick');
  expect(inPlayer('P', { shiftKey: true })).toBe('previousTask');
});

test('in a comparison, number keys choose who is heard, the others are those of the player', () => {
  expect(inComparison('3')).toBe('hear3');
  expect(inComparison('ArrowRight')).toBe('frameOn');
  expect(inComparison('ArrowRight', { shiftKey: true })).toBe('secondOn');
  expect(inComparison('p')).toBe('pick');
  expect(inComparison('W')).toBe('mode');
  expect(inComparison('5')).toBeUndefined();
  expect(inComparison('f')).toBeUndefined();
});

test('a digit that needs Shift, as on French keyboards, is still that digit', () => {
  expect(inComparison('2', { shiftKey: true })).toBe('hear2');
});

test('what belongs to the browser stays with it', () => {
  expect(inPlayer('l', { ctrlKey: true })).toBeUndefined();
  expect(inPlayer('f', { metaKey: true })).toBeUndefined();
  expect(inPlayer(' ', { shiftKey: true })).toBeUndefined();
  expect(inPlayer('n')).toBeUndefined();
  expect(inPlayer('F5')).toBeUndefined();
  expect(inComparison('w', { ctrlKey: true })).toBeUndefined();
});
