import { setupI18n, type Messages } from '@lingui/core';
import { messages as lastWords } from 'virtual:messages/en/app';

import { LOCALES, type Locale } from './locales';
import type { MessageKey } from './message-key';

export type Values = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: Values) => string;

/** Nobody downloads the words of two languages. */
const catalogs = {
  en: async () => import('virtual:messages/en'),
  'zh-CN': async () => import('virtual:messages/zh-CN'),
} satisfies Record<Locale, unknown>;

/** In the first download are only the words for a page that cannot download the others. */
const i18n = setupI18n({ locale: 'en', messages: { en: lastWords } });

/** The words for a key, outside React. Inside, use `useT`, which follows a change of language. */
export const translate: Translate = (key, values) => i18n._(key, values);

export function activeLocale(): Locale {
  return LOCALES.find((locale) => locale === i18n.locale) ?? 'en';
}

/** Calls back after every change of language; returns the way to stop. */
export function onLocaleChange(listener: () => void): () => void {
  return i18n.on('change', listener);
}

/** Counts the wishes, so that a slow download never overrules a later choice. */
let wish = 0;

/** Switches the page's language without a reload. Rejects when its words cannot be downloaded. */
export async function setLocale(locale: Locale): Promise<void> {
  wish += 1;
  const mine = wish;
  const { messages } = await catalogs[locale]();
  if (mine !== wish) return;
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
  i18n.loadAndActivate({ locale, messages: { ...messages, ...renamed } });
}

/** What the host of the page calls it; in every language the same. */
let renamed: Messages = {};

/** Gives the page another name, from the next `setLocale` on. */
export function setPageName(name: string): void {
  renamed = { 'app.name': [name] };
}
