// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

import { beforeEach, describe, expect, test } from 'vitest';

import { prefs, PREFS_KEY, setPrefs } from '~/prefs/prefs';

import { followTheme, shownTheme } from './follow-theme';

const script = readFileSync('public/theme-init.js', 'utf8');
const root = document.documentElement;

/** What the system wants. */
const system = { dark: false, contrast: false };

beforeEach(() => {
  localStorage.clear();
  prefs.setState(prefs.getInitialState());
  localStorage.clear();
  Object.assign(system, { dark: false, contrast: false });
  document.head.innerHTML = '<meta name="theme-color" content="">';
  delete root.dataset['theme'];
  root.removeAttribute('style');
});

/** What `public/theme-init.js` does before the first paint; returns how the system is changed. */
function firstPaint(): (changed: Partial<typeof system>) => void {
  const lists: { onchange?: () => void }[] = [];
  const matchMedia = (query: string): object => {
    const list: { readonly matches: boolean; onchange?: () => void } = {
      get matches() {
        return query.includes('dark') ? system.dark : system.contrast;
      },
    };
    lists.push(list);
    return list;
  };
  vm.runInNewContext(script, { document, localStorage, matchMedia, JSON, window });
  return (changed) => {
    Object.assign(system, changed);
    for (const list of lists) list.onchange?.();
  };
}

function painted() {
  return {
    theme: root.dataset['theme'],
    frame: document.querySelector<HTMLMetaElement>('meta[name=theme-color]')?.content,
    moreContrast: root.hasAttribute('data-contrast'),
    textSize: root.style.fontSize,
  };
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test('is there at the first paint, with contrast and size of text, and the page agrees', () => {
    setPrefs({ theme, contrast: 'more', textSize: '130' });
    firstPaint();
    const first = painted();
    expect(first).toMatchObject({ theme, moreContrast: true, textSize: '130%' });
    followTheme();
    expect(painted()).toEqual(first);
  });
});

test.each(['', '{', 'null', '{"state":null}', '{"state":{"theme":7,"textSize":[]}}'])(
  'the first paint bears %j in the storage',
  (stored) => {
    localStorage.setItem(PREFS_KEY, stored);
    firstPaint();
    expect(painted()).toMatchObject({ theme: 'light', moreContrast: false, textSize: '' });
  },
);

test('a choice is drawn at once', () => {
  firstPaint();
  followTheme();
  setPrefs({ theme: 'dark', contrast: 'more', textSize: '150' });
  expect(painted()).toMatchObject({ theme: 'dark', moreContrast: true, textSize: '150%' });
  setPrefs({ contrast: 'system', textSize: '100' });
  expect(painted()).toMatchObject({ moreContrast: false, textSize: '' });
});

test('what is left to the system follows it, what is chosen does not', () => {
  const change = firstPaint();
  followTheme();
  change({ dark: true, contrast: true });
  expect(painted()).toMatchObject({ theme: 'dark', moreContrast: true });
  setPrefs({ theme: 'light' });
  change({ contrast: false });
  expect(painted()).toMatchObject({ theme: 'light', moreContrast: false });
});

test('without a choice the system decides', () => {
  expect(shownTheme('system', true)).toBe('dark');
  expect(shownTheme('system', false)).toBe('light');
  expect(shownTheme('light', true)).toBe('light');
});
