import { setupI18n, type Messages } from '@lingui/core';
import { messages as lastWords } from 'virtual:messages/en/app';

import { LOCALES, type Locale } from './locales';
import type { MessageKey } from './message-key';

type Values = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: Values) => string;

/** Each language is loaded on demand. */
const catalogs = {
  en: async () => import('virtual:messages/en'),
  'zh-CN': async () => import('virtual:messages/zh-CN'),
} satisfies Record<Locale, unknown>;

/** The first download only contains the messages for a page that cannot load the others. */
const i18n = setupI18n({ locale: 'en', messages: { en: lastWords } });

/** Translates outside React. Inside, use `useT`, which follows a change of language. */
export const translate: Translate = (key, values) => i18n._(key, values);

export function activeLocale(): Locale {
  return LOCALES.find((locale) => locale === i18n.locale) ?? 'en';
}

/** Calls back after every change of language; returns a function to unsubscribe. */
export function onLocaleChange(listener: () => void): () => void {
  return i18n.on('change', listener);
}

/** Counts the requests, so that a slow download never overrides a later choice. */
let wish = 0;

/** Changes the page's language without a reload. Rejects if the messages cannot be loaded. */
export async function setLocale(locale: Locale): Promise<void> {
  wish += 1;
  const mine = wish;
  const { messages } = await catalogs[locale]();
  if (mine !== wish) return;
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
  i18n.loadAndActivate({ locale, messages: { ...messages, ...renamed } });
}

/** The page's name as set by its host, the same in every language. */
let renamed: Messages = {};

/** Sets the page's name, effective from the next `setLocale`. */
export function setPageName(name: string): void {
  renamed = { 'app.name': [name] };
}
