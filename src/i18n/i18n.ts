import { messages as lastWords } from 'virtual:messages/en/app';

import { fill, type Messages, type Values } from './fill';
import type { Locale } from './locales';
import type { MessageKey } from './message-key';

export type Translate = (key: MessageKey, values?: Values) => string;

/** Words that are loaded with the parts of the page that need them; `tools/messages.ts` says which they are. */
type LateWords = 'add' | 'asks' | 'groups' | 'notices' | 'later' | 'insight';
type Load = () => Promise<{ messages: Messages }>;

/** Each language is loaded on demand. */
const catalogs: Record<Locale, Record<'first' | LateWords, Load>> = {
  en: {
    first: async () => import('virtual:messages/en'),
    add: async () => import('virtual:messages/en+add'),
    asks: async () => import('virtual:messages/en+asks'),
    groups: async () => import('virtual:messages/en+groups'),
    notices: async () => import('virtual:messages/en+notices'),
    later: async () => import('virtual:messages/en+later'),
    insight: async () => import('virtual:messages/en+insight'),
  },
  'zh-CN': {
    first: async () => import('virtual:messages/zh-CN'),
    add: async () => import('virtual:messages/zh-CN+add'),
    asks: async () => import('virtual:messages/zh-CN+asks'),
    groups: async () => import('virtual:messages/zh-CN+groups'),
    notices: async () => import('virtual:messages/zh-CN+notices'),
    later: async () => import('virtual:messages/zh-CN+later'),
    insight: async () => import('virtual:messages/zh-CN+insight'),
  },
};
/** The late words that were asked for. */
const late = new Map<LateWords, Promise<void>>();

/** The first download only contains the messages for a page that cannot load the others. */
let active: { locale: Locale; messages: Messages } = { locale: 'en', messages: lastWords };
const listeners = new Set<() => void>();

/** Translates into English, whatever the language is. Rejects if the words cannot be loaded. */
export async function englishWords(): Promise<Translate> {
  if (activeLocale() === 'en') return translate;
  const { messages } = await catalogs.en.first();
  return (key, values = {}) => fill(messages[key] ?? [key], values, 'en');
}

/** Translates outside React. Inside, use `useT`, which follows a change of language. */
export const translate: Translate = (key, values = {}) =>
  fill(active.messages[key] ?? [key], values, active.locale);

export function activeLocale(): Locale {
  return active.locale;
}

/** Calls back after every change of language; returns a function to unsubscribe. */
export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
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

/** Loads code together with words that are not in the first download. */
export function withWords<Code>(
  words: readonly LateWords[],
  load: () => Promise<Code>,
): () => Promise<Code> {
  return async () => {
    const [code] = await Promise.all([load(), loadWords(...words)]);
    return code;
  };
}

async function activate(locale: Locale, isLast: () => boolean): Promise<void> {
  const parts = ['first', ...late.keys()] as const;
  const loaded = await Promise.all(parts.map((part) => catalogs[locale][part]()));
  if (!isLast()) return last.done;
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
  const messages = loaded.reduce((all, part) => ({ ...all, ...part.messages }), lastWords);
  active = { locale, messages: { ...messages, ...renamed } };
  for (const listener of listeners) listener();
}

/** The page's name as set by its host, the same in every language. */
let renamed: Messages = {};

/** Sets the page's name, effective from the next `setLocale`. */
export function setPageName(name: string): void {
  renamed = { 'app.name': [name] };
}
