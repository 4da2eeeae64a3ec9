import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Words = (key: string) => string;

/** The page's own words in a language, from its message files. Throws where there is none. */
export function wordsOf(locale: 'en' | 'zh-CN' | 'zh-TW'): Words {
  const folder = path.join(import.meta.dirname, '../../../src/i18n/messages', locale);
  const read = (file: string): Record<string, string> =>
    JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, string>;
  const words = new Map(readdirSync(folder).flatMap((file) => Object.entries(read(file))));
  return (key) => {
    const word = words.get(key);
    if (word === undefined) throw new Error(`No message ${key} in ${locale}`);
    return word;
  };
}
