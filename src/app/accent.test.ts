import { expect, test } from 'vitest';

import * as fc from '~test/properties';

import { accentFor, contrast, READABLE } from './accent';

const colour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('any colour becomes one that can be read, on the page and under its own text', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom('light' as const, 'dark' as const), (given, theme) => {
      const { accent, ink, soft } = accentFor(given, theme);
      const surface = theme === 'light' ? ([255, 255, 255] as const) : ([36, 33, 30] as const);
      expect(contrast(accent, surface)).toBeGreaterThanOrEqual(READABLE);
      expect(contrast(accent, ink)).toBeGreaterThanOrEqual(READABLE);
      expect(contrast(accent, soft)).toBeGreaterThanOrEqual(READABLE);
    }),
  );
});

test('for those who ask for more contrast it has 7 : 1', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom('light' as const, 'dark' as const), (given, theme) => {
      const { accent, ink, soft } = accentFor(given, theme, 7.4);
      for (const other of [ink, soft]) expect(contrast(accent, other)).toBeGreaterThan(7);
    }),
  );
});

test('a colour that can be read already stays as it is', () => {
  expect(accentFor('#1a3fa8', 'light').accent).toEqual([26, 63, 168]);
});
