import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

import { LOCALES } from '../src/prefs/choices.ts';
import { pseudo } from './pseudo.ts';

const NAME = 'virtual:messages/';
const LANGUAGES = 'virtual:languages/';
/** Where the words of all languages are, a folder for each. */
const MESSAGES = path.resolve('src/i18n/messages');

/** Parts of the words that the first card does not need: areas, and messages of others with all below them; `*` is any. */
const LATE: Readonly<Record<string, readonly string[]>> = {
  asks: [
    'add.allAlike',
    'add.arrived',
    'add.check',
    'add.checkOf',
    'add.choice',
    'add.column',
    'add.goesNowhere',
    'add.hidden',
    'add.keyOrTask',
    'add.neither',
    'add.paste',
    'add.pasteBlocked',
    'add.preview',
    'add.row',
    'add.rowNoId',
    'add.rowRepeated',
    'add.rowShortened',
    'add.rowsColumns',
    'add.rowsFine',
    'add.rowsLeftOut',
    'add.rowsShown',
    'add.showAllRows',
    'add.showMore',
    'add.standsAlone',
    'add.tasksAlone',
    'add.whatIsIn',
    'add.whatIsThis',
    'add.whichServiceOfKey',
    'add.whichServiceOfTasks',
    'connections.scheme',
    'connections.schemes',
  ],
  add: ['add'],
  groups: ['groups', 'table'],
  // What a card has no room for.
  help: ['help', 'problems.*.meaning'],
  insight: ['insight'],
  notices: [
    'notices',
    'told',
    'keep.allow',
    'keep.again',
    'keep.blocked',
    'keep.dismiss',
    'keep.downloadThem',
    'keep.every',
    'keep.expiring',
    'keep.full',
    'keep.permission',
  ],
  later: [
    'about',
    'backup',
    'compare',
    'config',
    'connections',
    'details',
    'find',
    'keep',
    'keys',
    'latest',
    'private',
    'select',
    'settings',
    'share',
    'card.image',
    'card.imagePrevious',
    'card.imageNext',
    'card.original',
    'card.menu',
    'card.rename',
    'card.why',
    'player.again',
    'player.auth',
    'player.blocked',
    'player.captions',
    'player.checkNow',
    'player.elsewhere',
    'player.expired',
    'player.frameBack',
    'player.frameOn',
    'player.fullscreen',
    'player.keys',
    'player.large',
    'player.largeToSave',
    'player.largeUnsized',
    'player.loadAnyway',
    'player.loop',
    'player.mute',
    'player.noPip',
    'player.no_key',
    'player.not_found',
    'player.not_ready',
    'player.not_video',
    'player.notSaved',
    'player.openTab',
    'player.openedTab',
    'player.pause',
    'player.pip',
    'player.saved',
    'player.savedByBrowser',
    'player.speed',
    'player.stage',
    'player.still',
    'player.stillBlocked',
    'player.stillFirst',
    'player.time',
    'player.timeOf',
    'player.unreachable',
    'player.unsupported',
    'player.volume',
  ],
};
/** Areas that stand in files which the build writes, and in no script of the page. */
const OUTSIDE: readonly string[] = ['old', 'outside'];
/** Messages of those areas that stand on the first screens all the same. */
const AT_ONCE: readonly string[] = [
  'compare.picked',
  'connections.needsKey',
  'connections.notLetIn',
  'connections.open',
  'connections.out',
  'keep.kept',
  'settings.language',
  'settings.toDark',
  'settings.toLight',
];

/** A language for tests, made of English: see `pseudo.ts`. With PSEUDO set, `npm run dev` speaks it in place of English. */
const PSEUDO = 'pseudo';

/** What is part of the page's code itself, in case no other words can be loaded. */
const BUILT_IN = 'en/app';

/** The parts that are loaded later. */
export const LATE_PARTS = Object.keys(LATE);

/** The late part with this message; null if it is there with the first card. */
export function partOf(key: string): string | null {
  const isIn = (names: readonly string[]): boolean =>
    names.some((name) =>
      new RegExp(`^${name.replaceAll('.', '\\.').replace('*', '[^.]+')}(?:\\.|$)`).test(key),
    );
  if (isIn(AT_ONCE)) return null;
  return LATE_PARTS.find((part) => isIn(LATE[part] ?? [])) ?? null;
}

/**
 * Serves `virtual:messages/<locale>`: every `src/i18n/messages/<locale>/<area>.json` merged but for the late ones, each
 * ICU message already compiled, so that the page ships no message parser. A key that is in two areas breaks the build.
 * `virtual:messages/<locale>+<part>` is a late part (files of the page are named after what stands behind the last
 * slash), and `virtual:messages/<locale>/<area>` a single area. `virtual:languages/<locale>` loads the parts of one, and
 * `virtual:languages/others` those of any but English: who reads English does not even download their files' names.
 */
export function messages(): Plugin {
  return {
    name: 'rushes:messages',
    resolveId: (id) => (id.startsWith(NAME) || id.startsWith(LANGUAGES) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${LANGUAGES}others`) return othersThanEnglish();
      if (id.startsWith(`\0${LANGUAGES}`)) {
        const locale = id.slice(LANGUAGES.length + 1);
        return partsOf(locale === 'en' && process.env['PSEUDO'] ? PSEUDO : locale);
      }
      if (!id.startsWith(`\0${NAME}`)) return null;
      const [locale = '', part] = id.slice(NAME.length + 1).split(/[/+]/);
      const isArea = part !== undefined && !LATE_PARTS.includes(part);
      const compiled: Record<string, ReturnType<typeof compileMessage>> = {};
      const isPseudo = locale === PSEUDO;
      const folder = path.join(MESSAGES, isPseudo ? 'en' : locale);
      for (const { file, key, text } of readMessages(folder)) {
        const area = path.basename(file, '.json');
        if (OUTSIDE.includes(area)) continue;
        if (isArea ? area !== part : partOf(key) !== (part ?? null)) continue;
        if (!isArea && `${locale}/${area}` === BUILT_IN) continue;
        this.addWatchFile(file);
        if (Object.hasOwn(compiled, key)) this.error(`${file}: “${key}” is also in another area`);
        compiled[key] = isPseudo ? pseudo(compileMessage(text)) : compileMessage(text);
      }
      return `export const messages = ${JSON.stringify(compiled)};`;
    },
  };
}

/** Code of a table of functions, each of which loads a part of one language's words. */
function partsOf(locale: string): string {
  const rows = ['first', ...LATE_PARTS].map(
    (part) => `${part}: () => import('${NAME}${part === 'first' ? locale : `${locale}+${part}`}')`,
  );
  return `export const parts = { ${rows.join(', ')} };`;
}

function othersThanEnglish(): string {
  const rows = LOCALES.filter((one) => one !== 'en').map(
    (one) => `export { parts as '${one}' } from '${LANGUAGES}${one}';`,
  );
  return rows.join('\n');
}

/** Whether a message stands in no script of the page. */
export function isOutside(key: string): boolean {
  return OUTSIDE.includes(key.split('.')[0] ?? '');
}

/**
 * The texts of one language, for files that are written by the build. They may stand in HTML: no sign in them has a
 * meaning there.
 */
export function wordsIn(locale: string): (key: string) => string {
  const texts = new Map(
    readMessages(path.join(MESSAGES, locale)).map(({ key, text }) => [key, text]),
  );
  return (key) => (texts.get(key) ?? '').replaceAll(/[<&]/g, '');
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
