// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';

import { prefs, setPrefs } from './prefs';

test('on a full disk a choice holds for this visit', () => {
  const full = vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  setPrefs({ theme: 'dark' });
  setPrefs({ density: 'compact' });
  expect(full).toHaveBeenCalledTimes(2);
  full.mockRestore();
  expect(prefs.getState()).toMatchObject({ theme: 'dark', density: 'compact' });
});
