import type { Concept } from './concepts';
import { en } from './en';
import { meaningsOf, tokensIn, type Meanings, type Token } from './tokens';

/** What the words of any language but English, which `nouns.ts` has, call the value after them. */
export interface Noun {
  kind: 'key' | 'id' | 'bare-id' | 'junk' | 'password' | 'address' | 'document' | 'page';
  from: number;
  end: number;
}

/** Whatever is no English noun, and what English ones stand beside: `ID de la tarea`. */
function withIds(concepts: readonly Concept[]): Meanings {
  const { words, phrases } = meaningsOf(concepts, [en]);
  const more = new Map<string, Concept>(words);
  for (const word of ['id', 'ids', 'uuid']) more.set(word, 'id');
  for (const word of ['no', 'nr']) more.set(word, 'number');
  more.set('api', 'api');
  return { words: more, phrases };
}

const OF_VALUES = withIds([
  'nokey',
  'password',
  'task',
  'making',
  'order',
  'video',
  'shot',
  'scene',
  'take',
  'key',
  'access',
  'secret',
  'api',
  'client',
  'other',
  'origin',
  'piece',
  'file',
  'id',
  'number',
  'of',
  'hello',
]);
const OF_ADDRESSES = meaningsOf(['document', 'page', 'host', 'url', 'api', 'of']);

/** The last noun of a phrase as `spaced` writes it. */
export function nounIn(phrase: string, of: 'value' | 'address'): Noun | null {
  const tokens = tokensIn(phrase, of === 'value' ? OF_VALUES : OF_ADDRESSES);
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const noun = of === 'value' ? valueAt(phrase, tokens, at) : addressAt(tokens, at);
    if (noun) return noun;
  }
  return null;
}

type Kind = Noun['kind'] | null;
/** A code may open something: `邀请码`. */
const CODE = /[码碼]$|コード|코드/;
/** What an id, or a number, is of. */
const NUMBERS: Readonly<Partial<Record<Concept, Kind>>> = {
  task: 'id',
  making: 'id',
  video: 'id',
  shot: 'id',
  key: 'key',
  other: 'junk',
  client: 'junk',
  origin: 'junk',
  piece: 'junk',
  file: 'junk',
};
/** Whose a key may be: in Mexico a `clave de producto` is a code. */
const WHOSE = /^(?:konto|cuenta|conta|projekt|proyecto|projeto|benutzer|usuario)/;

/** A word, and the one before it. */
interface Place {
  phrase: string;
  tokens: readonly Token[];
  at: number;
  from: number;
  end: number;
  left: Token | undefined;
  by: Token['concept'];
}
type Rule = (place: Place) => Noun | null;

const as =
  (kind: NonNullable<Kind>): Rule =>
  ({ from, end }) => ({ kind, from, end });

function withLeft({ left, from, end }: Place, kind: Kind): Noun | null {
  return kind && { kind, from: left?.from ?? from, end };
}

const ofNumber = ({ by }: Place): boolean => by === 'id' || by === 'number';
const ofTask: Rule = (place) => {
  if (ofNumber(place)) return withLeft(place, 'id');
  // One letter of another script is part of too many words.
  return place.end - place.from > 1 ? as('id')(place) : null;
};
const ofKey: Rule = (place) =>
  ['access', 'secret', 'api'].includes(place.by ?? '') ? withLeft(place, 'key') : as('key')(place);
const besideKey: Rule = (place) => (place.by === 'key' ? withLeft(place, 'key') : null);
const ofMaking: Rule = (place) => (ofNumber(place) ? withLeft(place, 'id') : null);
const isNumber: Rule = (place) => {
  const kind = numberOf(place);
  if (kind) return withLeft(place, kind);
  // `die ID`, `los ids`: words of a sentence, which say nothing of whose it is.
  const { tokens, at, end } = place;
  const last = tokens[at - 1];
  const isBare =
    tokens[at]?.concept === 'id' && (last?.concept === 'of' || last?.concept === 'hello');
  return isBare ? { kind: 'bare-id', from: last.from, end } : null;
};
const ofThing: Rule = (place) => {
  const { phrase, tokens, at, from, end, by } = place;
  if (ofNumber(place)) return withLeft(place, 'junk');
  const { concept } = tokens[at] ?? {};
  const whose = concept === 'client' || WHOSE.test(phrase.slice(from, end));
  if (by === 'key' && whose && tokens[at - 1]?.concept === 'of') return withLeft(place, 'key');
  const ends = end - from > 1 && phrase.slice(end).trim() === '';
  return concept === 'other' && ends ? as('junk')(place) : null;
};
const isNumbered: Rule = (place) => {
  if (!PARTS.has(place.by)) return null;
  const letter = /^[a-z](?![a-z])/.test(place.phrase.slice(place.end)) ? 1 : 0;
  return withLeft({ ...place, end: place.end + letter }, 'id');
};
/** `Einstellung 12a`, `tarefa 1`, `컷 3`: what is numbered. */
const PARTS: ReadonlySet<Token['concept']> = new Set(['shot', 'scene', 'take', 'task', 'order']);

const RULES: Readonly<Partial<Record<NonNullable<Token['concept']>, Rule>>> = {
  nokey: as('junk'),
  password: as('password'),
  key: ofKey,
  access: besideKey,
  secret: besideKey,
  api: besideKey,
  id: isNumber,
  number: isNumber,
  digits: isNumbered,
  task: ofTask,
  video: ofTask,
  making: ofMaking,
  order: ofMaking,
  client: ofThing,
  other: ofThing,
  origin: ofThing,
  piece: ofThing,
  file: ofThing,
};

function valueAt(phrase: string, tokens: readonly Token[], at: number): Noun | null {
  const token = tokens[at];
  const rule = token?.concept && RULES[token.concept];
  if (!rule) return null;
  const left = tokens[before(tokens, at)];
  return rule({ ...token, phrase, tokens, at, left, by: left?.concept ?? null });
}

/** The word before, without `de la` and the like. */
function before(tokens: readonly Token[], at: number): number {
  let index = at - 1;
  while (tokens[index]?.concept === 'of') index -= 1;
  return index;
}

function numberOf({ phrase, tokens, at, from, end, left }: Place): Kind {
  const concept = tokens[at]?.concept;
  if (!left) return null;
  // `Auftragsnummer` is the number of an order, and `Auftrags-ID` what a service calls it.
  if (left.concept === 'order') return concept === 'id' ? 'id' : 'junk';
  if (left.concept === 'shot' && /[a-z]/.test(phrase.charAt(left.from))) return null;
  if (left.concept !== null)
    return left.concept === 'digits' ? null : (NUMBERS[left.concept] ?? null);
  // `Seriennummer`, `整理番号`: of something, whatever it is.
  const counts = concept === 'number' && !CODE.test(phrase.slice(from, end));
  return counts && left.end === from ? 'junk' : null;
}

function addressAt(tokens: readonly Token[], at: number): Noun | null {
  const token = tokens[at];
  if (!token?.concept) return null;
  const { concept, from, end } = token;
  const left = tokens[before(tokens, at)];
  const isDocument = left?.concept === 'document';
  if (concept === 'document' || concept === 'page')
    return end - from > 1 ? { kind: concept, from, end } : null;
  if (concept === 'host' || concept === 'url')
    return { kind: isDocument ? 'document' : 'address', from: isDocument ? left.from : from, end };
  const isOf = concept === 'api' && (left?.concept === 'host' || left?.concept === 'url');
  return isOf && left ? { kind: 'address', from: left.from, end } : null;
}

/** Which half of a pair of keys a phrase ends with: `アクセスキー`, `clave secreta`. */
export function halfIn(phrase: string): 'access' | 'secret' | null {
  const last = nounIn(phrase, 'value');
  if (last?.kind !== 'key' || phrase.slice(last.end).trim() !== '') return null;
  const concepts = tokensIn(phrase.slice(last.from), OF_VALUES).map(({ concept }) => concept);
  return concepts.includes('secret') ? 'secret' : concepts.includes('access') ? 'access' : null;
}

/** The phrase names an id, and not only what it is of: `código de la tarea`, `タスク番号`. */
export function saysNumber(phrase: string): boolean {
  const noun = nounIn(phrase, 'value');
  if (noun?.kind !== 'id') return false;
  return tokensIn(phrase.slice(noun.from, noun.end), OF_VALUES).some(
    ({ concept }) => concept === 'id' || concept === 'number',
  );
}
