import { describe, expect, it } from 'vitest';

import { analyse } from './analyse';
import type { ColumnRole } from './analysis';
import { learnWords } from './words/all';
import de from './fixtures/languages/de.json';
import es from './fixtures/languages/es.json';
import ja from './fixtures/languages/ja.json';
import ko from './fixtures/languages/ko.json';
import ptBR from './fixtures/languages/pt-BR.json';
import zhCN from './fixtures/languages/zh-CN.json';
import zhTW from './fixtures/languages/zh-TW.json';

learnWords();

/** What somebody who speaks the language is sure of. A pair of keys is written with a colon. */
interface Paste {
  kind: string;
  text: string;
  expect: {
    ids?: string[];
    keys?: string[];
    names?: Record<string, string>;
    shots?: Record<string, string>;
    columns?: Record<string, string>;
  };
}
type Part = 'ids' | 'keys' | 'names' | 'shots' | 'columns';

const LANGUAGES: Readonly<Record<string, Record<'pastes' | 'held', Paste[]>>> = {
  de,
  es,
  'pt-BR': ptBR,
  ja,
  ko,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

/**
 * What is not read, by the place of the paste. `pastes` were there when the words were chosen; nobody who chose them
 * has seen those that are `held`.
 */
const NOT_READ: Readonly<Record<string, Readonly<Record<number, readonly Part[]>>>> = {
  'de held': { 1: ['ids', 'names'], 7: ['ids'], 8: ['ids'], 9: ['ids'] },
  'es pastes': { 11: ['ids'] },
  'es held': { 4: ['ids', 'keys'], 8: ['columns'], 9: ['ids'] },
  'pt-BR held': { 0: ['shots', 'columns'], 4: ['names'], 5: ['ids'] },
  'ja held': { 7: ['names'], 10: ['ids'] },
  'ko pastes': { 8: ['ids', 'names'], 11: ['ids', 'names'] },
  'ko held': { 4: ['shots'], 6: ['names'], 9: ['ids', 'names'] },
  'zh-CN pastes': { 7: ['shots'] },
  'zh-CN held': { 0: ['ids', 'names'], 2: ['names'], 11: ['keys'] },
  'zh-TW pastes': { 6: ['ids'] },
  'zh-TW held': { 0: ['shots', 'columns'], 2: ['keys'], 3: ['names'], 6: ['ids'], 9: ['ids'] },
};

const ROLES: Readonly<Record<string, ColumnRole>> = {
  id: 'task',
  key: 'key',
  address: 'address',
  name: 'name',
  shot: 'shot',
  client: 'client',
  note: 'note',
};
/** Takes and versions, which are names where nothing else is. */
const TAKES = /take|toma|version|versión|versão|テイク|테이크|版本/i;

/** The keys that are certain, halves of a pair included. */
function keysOf(expected: readonly string[], found: readonly string[]): string[] {
  return expected.flatMap((key) => (found.includes(key) ? [key] : key.split(/:(?!\/\/)/)));
}

function reading({ text, expect: said }: Paste): { wrong: Part[]; more: string[] } {
  const { segments, tables } = analyse(text);
  const of = (kind: 'id' | 'key'): string[] => [
    ...new Set(segments.filter((one) => one.kind === kind).map(({ value }) => value)),
  ];
  const { ids = [], names = {}, shots = {}, columns = {} } = said;
  const keys = keysOf(said.keys ?? [], of('key'));
  const task = (id: string) => segments.find(({ kind, value }) => kind === 'id' && value === id);
  const roles = new Map(
    tables.flatMap(({ head, roles: own }) => head.map((name, at) => [name, own[at]] as const)),
  );
  const right: Record<Part, boolean> = {
    ids: ids.every((id) => of('id').includes(id)),
    keys: keys.every((key) => of('key').includes(key)),
    names: Object.entries(names).every(([id, name]) => task(id)?.label === name),
    shots: Object.entries(shots).every(
      ([id, name]) => (task(id)?.shot ?? task(id)?.label) === name,
    ),
    columns: Object.entries(columns).every(([heading, role]) => {
      const found = roles.get(heading);
      return found === (ROLES[role] ?? 'keep') || (found === 'name' && TAKES.test(heading));
    }),
  };
  const parts: readonly Part[] = ['ids', 'keys', 'names', 'shots', 'columns'];
  return {
    wrong: parts.filter((part) => !right[part]),
    more: [
      ...of('id').filter((id) => !ids.includes(id)),
      ...of('key').filter((key) => !keys.includes(key)),
    ],
  };
}

describe.each(Object.entries(LANGUAGES))('texts as people write them in %s', (language, texts) => {
  it.each(['pastes', 'held'] as const)('are read, but for what is listed: %s', (which) => {
    const wrong = texts[which].map((paste) => reading(paste).wrong);
    const listed = NOT_READ[`${language} ${which}`] ?? {};
    expect(wrong).toEqual(texts[which].map((_, at) => listed[at] ?? []));
  });

  it.each(['pastes', 'held'] as const)('show no id and no key that is none: %s', (which) => {
    expect(texts[which].flatMap((paste) => reading(paste).more)).toEqual([]);
  });
});
