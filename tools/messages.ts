import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const NAME = 'virtual:messages/';

/** Parts of the words that neither the first card nor the first page needs: areas, families and single words. */
const LATE: Readonly<Record<string, readonly string[]>> = {
  add: ['add', 'connections.scheme', 'connections.schemes'],
  groups: ['groups'],
  later: [
    'compare',
    'config',
    'connections',
    'details',
    'find',
    'keep',
    'select',
    'settings',
    'card.menu',
    'card.rename',
    'card.why',
    'player.keys',
    'player.frameBack',
    'player.frameOn',
    'player.fullscreen',
    'player.loop',
    'player.mute',
    'player.noPip',
    'player.pause',
    'player.pip',
    'player.speed',
    'player.stage',
    'player.time',
    'player.timeOf',
    'player.volume',
  ],
};

/** Words of these areas that the board and the first page say nevertheless. */
const EARLY: ReadonlySet<string> = new Set([
  'compare.picked',
  'connections.needsKey',
  'connections.notLetIn',
  'connections.open',
  'connections.out',
  'keep.again',
  'keep.allow',
  'keep.blocked',
  'keep.blockedSite',
  'keep.dismiss',
  'keep.downloadThem',
  'keep.every',
  'keep.expiring',
  'keep.full',
  'keep.kept',
  'keep.permission',
  'settings.language',
  'settings.toDark',
  'settings.toLight',
]);

/** The part that a message is in; null if it is in the first download. */
function partOf(key: string): string | null {
  const isIn = (family: string): boolean => key === family || key.startsWith(`${family}.`);
  if (EARLY.has(key)) return null;
  return Object.keys(LATE).find((part) => LATE[part]?.some(isIn)) ?? null;
}

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
      const isIn = (key: string): boolean =>
        part === undefined || Object.hasOwn(LATE, part)
          ? partOf(key) === (part ?? null)
          : key.startsWith(`${part}.`);
      const folder = path.resolve('src/i18n/messages', locale);
      const compiled: Record<string, ReturnType<typeof compileMessage>> = {};
      for (const { file, key, text } of readMessages(folder)) {
        if (!isIn(key)) continue;
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
