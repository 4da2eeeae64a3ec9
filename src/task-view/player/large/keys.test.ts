import { expect, it, test } from 'vitest';

import { actionOf, KEY_MAP } from './key-map';
import { shuttleSpeed } from './shuttle';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  actionOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('keys mean what editors know, in either case', () => {
  expect(press(' ')).toBe('toggle');
  expect(press('j')).toBe('backwards');
  expect(press('J')).toBe('backwards');
  expect(press('ArrowLeft')).toBe('frameBack');
  expect(press('ArrowLeft', { shiftKey: true })).toBe('secondBack');
  expect(press('>', { shiftKey: true })).toBe('faster');
  expect(press('N', { shiftKey: true })).toBe('nextTask');
});

test('what belongs to the browser stays with it', () => {
  expect(press('l', { ctrlKey: true })).toBeNull();
  expect(press('f', { metaKey: true })).toBeNull();
  expect(press('n')).toBeNull();
  expect(press('F5')).toBeNull();
});

test('no key has two meanings', () => {
  expect(new Set(KEY_MAP.map(([keys]) => keys)).size).toBe(KEY_MAP.length);
});

it.each([
  ['from a stand', 0, 'l', 1],
  ['again', 1, 'l', 2],
  ['and again, up to four times', 4, 'l', 4],
  ['the other way at once', 4, 'j', -1],
  ['faster backwards', -1, 'j', -2],
  ['from backwards to forwards', -2, 'l', 1],
  ['to a stand', 2, 'k', 0],
] as const)('the shuttle goes %s', (_name, speed, key, next) => {
  expect(shuttleSpeed(speed, key)).toBe(next);
});
