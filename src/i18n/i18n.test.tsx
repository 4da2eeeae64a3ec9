// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

import { setLocale, translate } from './i18n';
import { useT } from './use-t';

afterEach(async () => {
  cleanup();
  await setLocale('en');
});

function Closing() {
  return <button type="button">{useT()('ui.close')}</button>;
}

test('what is on the screen changes its language without a reload', async () => {
  render(<Closing />);
  expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  await act(async () => setLocale('zh-CN'));
  expect(screen.getByRole('button', { name: '关闭' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('zh-CN');
});

test('the last wish wins, however slow the first one is', async () => {
  await Promise.all([setLocale('zh-CN'), setLocale('en')]);
  expect(translate('ui.close')).toBe('Close');
  expect(document.documentElement.lang).toBe('en');
});

test('words that come late stay through a change of language, even one under way', async () => {
  vi.resetModules();
  const fresh = await import('./i18n');
  const changing = fresh.setLocale('zh-CN');
  await Promise.all([fresh.loadWords('later'), fresh.loadWords('later', 'add')]);
  expect(fresh.translate('details.facts')).toBe('基本信息');
  expect(fresh.translate('add.or')).not.toBe('add.or');
  await changing;
  await fresh.setLocale('en');
  expect(fresh.translate('details.facts')).toBe('Facts');
});

test('values are put into the words', () => {
  expect(translate('time.ago', { length: '5 min' })).toBe('5 min ago');
});
