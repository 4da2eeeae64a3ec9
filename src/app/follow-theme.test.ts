// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

import { beforeEach, describe, expect, test } from 'vitest';

import { prefs, PREFS_KEY, setPrefs } from '~/prefs/prefs';

import { followTheme, shownTheme } from './follow-theme';

const script = readFileSync('public/theme-init.js', 'utf8');

beforeEach(() => {
  localStorage.clear();
  prefs.setState(prefs.getInitialState());
  localStorage.clear();
  document.head.innerHTML = '<meta name="theme-color" content="">';
  delete document.documentElement.dataset['theme'];
});

/** What `public/theme-init.js` does before the first paint. */
function firstPaint(): { theme: string | undefined; frame: string | undefined } {
  vm.runInNewContext(script, { document, localStorage, matchMedia, JSON });
  return painted();
}

function painted(): { theme: string | undefined; frame: string | undefined } {
  return {
    theme: document.documentElement.dataset['theme'],
    frame: document.querySelector<HTMLMetaElement>('meta[name=theme-color]')?.content,
  };
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test('is there at the first paint, and the page agrees with it', () => {
    setPrefs({ theme });
    const first = firstPaint();
    expect(first.theme).toBe(theme);
    followTheme();
    expect(painted()).toEqual(first);
  });
});

test.each(['', '{', 'null', '{"state":null}', '{"state":{"theme":7}}'])(
  'the first paint bears %j in the storage',
  (stored) => {
    localStorage.setItem(PREFS_KEY, stored);
    expect(firstPaint().theme).toBe('light');
  },
);

test('a choice is drawn at once', () => {
  followTheme();
  setPrefs({ theme: 'dark' });
  expect(painted().theme).toBe('dark');
});

test('without a choice the system decides', () => {
  expect(shownTheme('system', true)).toBe('dark');
  expect(shownTheme('system', false)).toBe('light');
  expect(shownTheme('light', true)).toBe('light');
});
