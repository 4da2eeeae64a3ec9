import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const NAME = 'virtual:messages/';

/** Parts of the words that the first card does not need, and the areas in them. */
const LATE: Readonly<Record<string, readonly string[]>> = {
  add: ['add'],
  groups: ['groups'],
  later: ['config', 'details', 'find', 'select'],
};
const isLate = (area: string): boolean => Object.values(LATE).flat().includes(area);

/**
 * Serves `virtual:messages/<locale>`: every `src/i18n/messages/<locale>/<area>.json` merged but for the late ones, each
 * ICU message already compiled, so that the page ships no message parser. A key that is in two areas breaks the build.
 * `virtual:messages/<locale>+<part>` is a late part (files of the page are named after what stands behind the last
 * slash), and `virtual:messages/<locale>/<area>` a single area.
 */
export function messages(): Plugin {
  return {
    name: 'rushes:messages',
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${NAME}`)) return null;
      const [locale = '', part] = id.slice(NAME.length + 1).split(/[/+]/);
      const isIn = (area: string): boolean =>
        part === undefined ? !isLate(area) : (LATE[part] ?? [part]).includes(area);
      const folder = path.resolve('src/i18n/messages', locale);
      const compiled: Record<string, ReturnType<typeof compileMessage>> = {};
      for (const { file, key, text } of readMessages(folder)) {
        if (!isIn(path.basename(file, '.json'))) continue;
        this.addWatchFile(file);
        if (Object.hasOwn(compiled, key)) this.error(`${file}: “${key}” is also in another area`);
        compiled[key] = compileMessage(text);
      }
      return `export const messages = ${JSON.stringify(compiled)};`;
    },
  };
}

/** Every message in one locale's folder, sorted by area. */
export function readMessages(folder: string): { file: string; key: string; text: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => {
      const file = path.join(folder, name);
      const area = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      return Object.entries(area).map(([key, text]) => ({ file, key, text }));
    });
}
