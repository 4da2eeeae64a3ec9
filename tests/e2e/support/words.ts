import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { compileMessage } from '@lingui/message-utils/compileMessage';

import { fill, type Message, type Values } from '../../../src/i18n/fill';
import type { Locale } from '../../../src/prefs/choices';

export type Words = (key: string, values?: Values) => string;

/** The page's own words in a language, from its message files, as the page fills them. Throws where there is none. */
export function wordsOf(locale: Locale): Words {
  const words = messagesOf(locale);
  return (key, values = {}) => {
    const word = words.get(key);
    if (word === undefined) throw new Error(`No message ${key} in ${locale}`);
    return fill(compileMessage(word) as Message, values, locale);
  };
}

/** All messages of a language as they stand in its files, by their keys. */
export function messagesOf(locale: Locale): ReadonlyMap<string, string> {
  const folder = path.join(import.meta.dirname, '../../../src/i18n/messages', locale);
  const read = (file: string): Record<string, string> =>
    JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, string>;
  return new Map(readdirSync(folder).flatMap((file) => Object.entries(read(file))));
}
