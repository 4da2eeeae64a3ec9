// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';

import type { Engine } from '~/engine/engine';
import type { EngineStatus, StorageHealth } from '~/engine/state';
import { EngineContext } from '~/engine/use-engine';
import { setLocale } from '~/i18n/i18n';
import { prefs } from '~/prefs/prefs';

import { followLocale } from './follow-locale';
import { Settings } from './Settings';

afterEach(async () => {
  cleanup();
  prefs.setState(prefs.getInitialState());
  await setLocale('en');
});

/** The settings ask the engine for nothing but its status. */
function show(
  storage: StorageHealth = 'ok',
  onClose = (): void => undefined,
  more: Pick<ComponentProps<typeof Settings>, 'at' | 'children'> = {},
): void {
  const status = createStore<EngineStatus>(() => ({
    leading: true,
    online: true,
    paused: false,
    stuck: false,
    feeds: [],
    storage,
  }));
  render(
    <EngineContext value={{ status } as unknown as Engine}>
      <Settings onClose={onClose} {...more} />
    </EngineContext>,
  );
}

test('a new language is there at once and remembered', async () => {
  await followLocale(null);
  show();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), '简体中文');
  expect(await screen.findByRole('dialog', { name: '设置' })).toBeTruthy();
  expect(localStorage.getItem('rushes-prefs')).toContain('"locale":"zh-CN"');
});

test('the theme and the prompt shown first are chosen among radios', async () => {
  show();
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Original' }));
  expect(prefs.getState()).toMatchObject({ theme: 'dark', promptShown: 'original' });
});

test.each([
  ['ok', /still here after a reload/],
  ['blocked', /until you close the tab/],
  ['full', /storage is full/],
  ['unreadable', /not been deleted/],
] as const)('storage that is %s is said in plain words', (health, words) => {
  show(health);
  expect(screen.getByText(words)).toBeTruthy();
});

test('in a private window, which may have no files of its own, that is said before anything is lost', async () => {
  const getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));
  Object.defineProperty(navigator, 'storage', { configurable: true, value: { getDirectory } });
  show();
  expect(await screen.findByText(/gone when you close its last tab/)).toBeTruthy();
  expect(screen.queryByText(/until you close the tab/)).toBeNull();
  Reflect.deleteProperty(navigator, 'storage');
});

test('the help is a press away, and the settings make room for it', async () => {
  history.replaceState(null, '', '#/?show=ready');
  const onClose = vi.fn<() => void>();
  show('ok', onClose);
  await userEvent.click(screen.getByRole('button', { name: 'Questions and answers…' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(location.hash).toBe('#/help/?show=ready');
});

test('begin at the keys if they were opened for those', async () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
  show(undefined, undefined, { at: 'keys', children: 'sk-…1234' });
  const keys = screen.getByRole('region', { name: 'Keys' });
  await vi.waitFor(() => expect(document.activeElement).toBe(keys));
  expect(scrolled.mock.contexts).toContain(keys);
  vi.restoreAllMocks();
});
