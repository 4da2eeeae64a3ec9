import { expect, test } from 'vitest';

import { compareActionOf } from './key-map';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  compareActionOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('number keys choose who is heard, the others are those of the large player', () => {
  expect(press('3')).toEqual({ sound: 3 });
  expect(press('ArrowRight')).toBe('frameOn');
  expect(press('ArrowRight', { shiftKey: true })).toBe('secondOn');
  expect(press('p')).toBe('pick');
  expect(press('W')).toBe('mode');
  expect(press('5')).toBeNull();
  expect(press('w', { ctrlKey: true })).toBeNull();
});
