import { expect, test } from 'vitest';

import { actionOf, isCharacterKey, keysOf, type Actions } from './key-map';

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

const onBoard = (key: string, held: Partial<KeyboardEvent> = {}) =>
  actionOf('board', { key, ...HELD, ...held });

test('on the board, letters act alone, and a few with Shift or Ctrl', () => {
  expect(onBoard('j')).toBe('next');
  expect(onBoard('x')).toBe('choose');
  expect(onBoard('X', { shiftKey: true })).toBe('chooseTo');
  expect(onBoard('J', { shiftKey: true })).toBeUndefined();
  expect(onBoard('a')).toBeUndefined();
  expect(onBoard('a', { metaKey: true })).toBe('chooseAll');
  expect(onBoard('x', { ctrlKey: true })).toBeUndefined();
  expect(onBoard('p', { altKey: true })).toBeUndefined();
});

test('a sign acts whether it needs Shift or not', () => {
  expect(actionOf('page', { key: '?', ...HELD, shiftKey: true })).toBe('shortcuts');
  expect(actionOf('page', { key: '/', ...HELD, shiftKey: true })).toBe('search');
  expect(actionOf('page', { key: 'N', ...HELD, shiftKey: true })).toBeUndefined();
});

const SCREENS: readonly (keyof Actions)[] = ['page', 'board', 'table', 'player', 'comparison'];
const keysIn = (screen: keyof Actions): string[] => [...keysOf(screen).values()].flat();

test('no key of the page means something else on one of its screens', () => {
  const taken = SCREENS.filter((screen) => screen !== 'page').flatMap(keysIn);
  expect(keysIn('page').filter((key) => taken.includes(key))).toEqual([]);
});

test('every key that is listed acts when it is pressed', () => {
  for (const screen of SCREENS)
    for (const [action, keys] of keysOf(screen))
      for (const name of keys) {
        const key = name.split('+').at(-1) ?? '';
        const press = {
          key: key === 'Space' ? ' ' : key,
          ...HELD,
          shiftKey: name.includes('Shift+'),
          ctrlKey: name.includes('Mod+'),
        };
        expect(actionOf(screen, press), `${screen}: ${name}`).toBe(action);
      }
});

test('letters, digits and signs can be turned off, with Shift too, and no other keys', () => {
  const kept = new Set(SCREENS.flatMap(keysIn).filter((key) => !isCharacterKey(key)));
  expect(isCharacterKey('Shift+N')).toBe(true);
  for (const key of ['Space', 'Enter', 'Escape', 'ArrowUp', 'Mod+K', 'Mod+A', 'Shift+ArrowLeft'])
    expect(kept).toContain(key);
  expect([...kept].filter((key) => key.length === 1)).toEqual([]);
});
