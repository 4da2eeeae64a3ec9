import { setupI18n, type Messages } from '@lingui/core';
import { messages as lastWords } from 'virtual:messages/en/app';

import { LOCALES, type Locale } from './locales';
import type { MessageKey } from './message-key';

type Values = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: Values) => string;

/** Words that are loaded with the parts of the page that need them; `tools/messages.ts` says which they are. */
type LateWords = 'add' | 'groups' | 'notices' | 'later';
type Load = () => Promise<{ messages: Messages }>;

/** Each language is loaded on demand. */
const catalogs: Record<Locale, Record<'first' | LateWords, Load>> = {
  en: {
    first: async () => import('virtual:messages/en'),
    add: async () => import('virtual:messages/en+add'),
    groups: async () => import('virtual:messages/en+groups'),
    notices: async () => import('virtual:messages/en+notices'),
    later: async () => import('virtual:messages/en+later'),
  },
  'zh-CN': {
    first: async () => import('virtual:messages/zh-CN'),
    add: async () => import('virtual:messages/zh-CN+add'),
    groups: async () => import('virtual:messages/zh-CN+groups'),
    notices: async () => import('virtual:messages/zh-CN+notices'),
    later: async () => import('virtual:messages/zh-CN+later'),
  },
};
/** The late words that were asked for. */
const late = new Map<LateWords, Promise<void>>();

/** The first download only contains the messages for a page that cannot load the others. */
const i18n = setupI18n({ locale: 'en', messages: { en: lastWords } });

/** Translates into English, whatever the language is. Rejects if the words cannot be loaded. */
export async function englishWords(): Promise<Translate> {
  if (activeLocale() === 'en') return translate;
  const { messages } = await catalogs.en.first();
  const english = setupI18n({ locale: 'en', messages: { en: messages } });
  return (key, values) => english._(key, values);
}

/** Translates outside React. Inside, use `useT`, which follows a change of language. */
export const translate: Translate = (key, values) => i18n._(key, values);

export function activeLocale(): Locale {
  return LOCALES.find((locale) => locale === i18n.locale) ?? 'en';
}

/** Calls back after every change of language; returns a function to unsubscribe. */
export function onLocaleChange(listener: () => void): () => void {
  return i18n.on('change', listener);
}

/** The last change, so that a slow download never overrides a later choice. */
let last = { locale: activeLocale(), done: Promise.resolve() };

/** Changes the page's language without a reload. Rejects if the messages cannot be loaded. */
export async function setLocale(locale: Locale): Promise<void> {
  const mine = { locale, done: Promise.resolve() };
  const isLast = (): boolean => mine === last;
  last = mine;
  mine.done = activate(locale, isLast);
  return mine.done;
}

/** Adds the words of a part of the page, in every language from now on. Rejects if they cannot be loaded. */
export async function loadWords(...parts: LateWords[]): Promise<void> {
  const missing = parts.filter((part) => !late.has(part));
  if (missing.length > 0) {
    for (const part of missing) late.set(part, Promise.resolve());
    const loaded = setLocale(last.locale);
    for (const part of missing) late.set(part, loaded);
    loaded.catch(() => missing.forEach((part) => late.delete(part)));
  }
  for (const part of parts) await late.get(part);
}

/** Loads a part together with words that are not in the first download. */
export function withWords<T>(words: LateWords[], load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [part] = await Promise.all([load(), loadWords(...words)]);
    return part;
  };
}

async function activate(locale: Locale, isLast: () => boolean): Promise<void> {
  const parts = ['first', ...late.keys()] as const;
  const loaded = await Promise.all(parts.map((part) => catalogs[locale][part]()));
  if (!isLast()) return last.done;
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
  const messages = loaded.reduce((all, part) => ({ ...all, ...part.messages }), lastWords);
  i18n.loadAndActivate({ locale, messages: { ...messages, ...renamed } });
}

/** The page's name as set by its host, the same in every language. */
let renamed: Messages = {};

/** Sets the page's name, effective from the next `setLocale`. */
export function setPageName(name: string): void {
  renamed = { 'app.name': [name] };
}
