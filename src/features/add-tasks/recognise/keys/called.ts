import type { AuthScheme } from '~/core/auth-scheme';

import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import { lastNoun, spaced, type NameKind } from '~/features/add-tasks/recognise/nouns';

/** What the words before a value call it: NAME, CONNECTOR, value. */
export interface Called {
  kind: NameKind;
  /** The connector is a colon, an arrow, a bracket, a verb or the like, not just a blank. */
  firm: boolean;
  /** Nothing stands between the noun and the connector. */
  direct: boolean;
  /** The name as written. */
  phrase: string;
  /** Of a header. */
  scheme: AuthScheme | null;
  half: 'access' | 'secret' | null;
}

/** How far before a value its name may be, in characters. */
const REACH = 90;
const LONGEST_PHRASE = 48;
/** Blank lines, quotes, brackets and bullets between a name and its value. */
const LOOSE = new Set(' \t\r\n"\'`*_#~\\^-–—―“”‘’|・■');
const FIRM = new Set(':：=→⇒↓>「『【《<（([');
const BOUNDARY = /[^\n\r,.;，。；、!?！？"'“”‘’`{}()（）【】「」『』《》[\]<>|:：=→⇒*~\t]*$/;
const VERB =
  /(?:(?<![A-Za-z])(?:is|are|was|equals)|就是|分别是|如下|换成|改成|改为|用的?是|是|为|叫|(?<![A-Za-z])(?:no|nr|num)\.|:\s?(?:string|str))$/i;

/** How pages set a value apart from its name. */
const TAG =
  /<\/?(?:b|strong|i|em|u|code|kbd|mark|pre|span|font|p|div|td|th|tr|li|dd|dt|br|a)(?:\s[^<>]{0,40})?\/?>$/i;

/** Walks back over the connector; null if there is none, or too many lines. */
function connectorBefore(
  text: string,
  start: number,
): { at: number; firm: boolean; lines: number; numbered: boolean } {
  const floor = Math.max(0, start - REACH);
  let at = start;
  let firm = false;
  let lines = 0;
  let numbered = false;
  for (;;) {
    const from = at;
    while (at > floor) {
      const mark = text.charAt(at - 1);
      const tag =
        mark === '>' ? TAG.exec(text.slice(Math.max(floor, at - 60), at))?.[0] : undefined;
      if (tag !== undefined) {
        at -= tag.length;
        continue;
      }
      if (mark === '\n') lines += 1;
      if (FIRM.has(mark)) firm = true;
      else if (!LOOSE.has(mark)) break;
      at -= 1;
    }
    const near = text.slice(Math.max(floor, at - 10), at);
    const verb = VERB.exec(near)?.[0] ?? learnt.words.verbAt(near);
    if (verb !== null) {
      at -= verb.length;
      firm = true;
      numbered ||= /^(?:no|nr|num)\.$/i.test(verb);
    }
    if (at === from) return { at, firm, lines, numbered };
  }
}

/** `U is the key`, `U (密钥)`, `U <- key`: what the rest of the line calls a value that nothing before it names. */
export function isCalledKeyAfter(text: string, end: number): boolean {
  const name = AFTER.exec(text.slice(end, end + 40))?.[1];
  if (name === undefined) return false;
  const read = spaced(name);
  const noun = lastNoun(read);
  return noun?.kind === 'key' && read.slice(noun.end).trim() === '';
}

const AFTER =
  /^["'`”』」]?[^\S\n]{0,2}(?:<-+|←|[(（[【]|(?:这|就)?是|(?:这|那)个|is(?=\s)|=(?=\s?the)|-{1,2}(?=\s)|#|\/\/)[^\S\n]{0,2}(?:(?:the|my|our|your|我的|我们的|你的)[^\S\n]?)?([^\n,.;:：，。；()（）[\]【】]{2,20})(?=$|[\n,.;，。；()（）[\]【】])/i;

/** What the text before a value calls it, or null. Costs the same for any text. */
export function calledBefore(
  text: string,
  start: number,
  of: 'value' | 'address' = 'value',
): Called | null {
  const { at, firm, lines, numbered } = connectorBefore(text, start);
  const mark = text.charAt(start - 1);
  if (at === start && mark < '\u0080' && mark !== ',' && mark !== ';') return null;
  // The heading of a table's last column says nothing of the first cell below it.
  if (lines > 2 || (lines > 0 && ROWS.test(text.slice(at, start)))) return null;
  const { phrase, from } = phraseAt(text, at);
  if (phrase.trim() === '')
    return bracketed(text, at, of, firm, lines) ?? afterComma(text, at, of, lines);
  if (HAS_VALUE.test(phrase) || (lines > 0 && !isHeading(text, at, from))) return null;
  // `Kunden-Nr. 4711` is a number of a customer.
  const name = `${nameOf(text, phrase, from, start)}${numbered ? ' no' : ''}`;
  const read = spaced(name);
  const noun = lastNoun(read, of);
  if (noun === null) return null;
  const rest = read.slice(noun.end).trim();
  if (lines > 0 && rest.length > 12) return null;
  return {
    kind: noun.kind,
    firm: firm || lines > 0 || /(?:^|\s)--?\w[\w-]*$/.test(phrase),
    direct: rest === '' || /^(?:[a-d]|\d{1,3}|值)$/.test(rest),
    phrase: name,
    ...(noun.kind === 'key' ? sending(text, from, name, read) : NOT_SENT),
  };
}

const ROWS = /\|[^\S\n]*\r?\n[^\S\n]*\|/;
/** The name before it has its value already. */
const HAS_VALUE = /(?:^|\s)(?=\S*\d)[A-Za-z0-9-]{8,}\s*$/;
/** `curl -u name:key`. */
const USER_OPTION = /(?:^|\s)(?:-u|--user)(?:\s+["']?[\w.@-]*)?$/;

function nameOf(text: string, phrase: string, from: number, start: number): string {
  if (/^(?:current_?)?value$/i.test(phrase.trim())) return nameOfPair(text, from, start) ?? phrase;
  if (USER_OPTION.test(phrase)) return 'key';
  // `api_key_comfy_org`: whose key it is comes last.
  return phrase.replace(/((?:^|[_-])api_?key)[_-][\w-]*$/i, '$1');
}

const NOT_SENT = { scheme: null, half: null } as const;

function phraseAt(text: string, at: number): { phrase: string; from: number } {
  const near = text.slice(Math.max(0, at - LONGEST_PHRASE), at);
  const phrase = BOUNDARY.exec(near)?.[0] ?? '';
  return { phrase, from: at - phrase.length };
}

/** `key,U`: only if nothing else stands before the comma. */
function afterComma(
  text: string,
  at: number,
  of: 'value' | 'address',
  lines: number,
): Called | null {
  if (lines > 0 || of === 'address' || !/[,，;；。、]/.test(text.charAt(at - 1))) return null;
  // `define("API_KEY", "…")`
  const isQuoted = /["'`]/.test(text.charAt(at - 2));
  const { phrase, from } = phraseAt(text, isQuoted ? at - 2 : at - 1);
  const isFirst = isQuoted
    ? /[([{]["'`]$/.test(text.slice(Math.max(0, from - 2), from))
    : from === 0 || /[\n。；;]/.test(text.charAt(from - 1));
  const read = spaced(phrase);
  const noun = phrase.length > (isQuoted ? 32 : 14) || !isFirst ? null : lastNoun(read, of);
  if (noun?.kind !== 'key' || read.slice(noun.end).trim() !== '') return null;
  return { kind: 'key', firm: false, direct: true, phrase, scheme: null, half: null };
}

/** `API Key（方舟）: …`: the bracket is a note on the name before it. */
function bracketed(
  text: string,
  at: number,
  of: 'value' | 'address',
  firm: boolean,
  lines: number,
): Called | null {
  const note = /[)）\]】]\s?$/.test(text.slice(Math.max(0, at - 2), at))
    ? /[(（[【]([^()（）[\]【】\n]{0,24})[)）\]】]\s?$/.exec(text.slice(Math.max(0, at - 30), at))
    : null;
  if (!note) return null;
  const before = text.slice(Math.max(0, at - note[0].length - LONGEST_PHRASE), at - note[0].length);
  const name = BOUNDARY.exec(before.trimEnd())?.[0] ?? '';
  // `U (task) V (key)`: it is a note on the value before it.
  if (HAS_VALUE.test(name)) return null;
  const noted = lastNoun(spaced(note[1] ?? ''), of);
  // `Key (Ming's account): …`
  const inside = noted?.kind === 'junk' && lastNoun(spaced(name), of) ? null : noted;
  const phrase = inside ? (note[1] ?? '') : name;
  const read = spaced(phrase);
  const noun = inside ?? lastNoun(read, of);
  if (!noun || (lines > 0 && phrase.length > 30)) return null;
  const half = noun.kind === 'key' ? halfOf(read) : null;
  const direct = read.slice(noun.end).trim() === '';
  return { kind: noun.kind, firm: firm || inside !== null, direct, phrase, scheme: null, half };
}

/** A name on the line above counts if it is all of the line, or ends with a colon. */
function isHeading(text: string, at: number, from: number): boolean {
  if (/^[^\S\n]*["'”」*]{0,3}[^\S\n]*[:：=>|]/.test(text.slice(at, at + 12))) return true;
  const line = text.slice(Math.max(0, from - 16), from);
  if (/[:：]\s?$/.test(line)) return true;
  return /(?:^|\n)[\s>#*\-•"'“「【\d.、<]{0,16}$/.test(from < 16 ? `\n${line}` : line);
}

/** `{"key": "token", "value": …}`, `- name: API_KEY⏎value: …`, in either order. */
function nameOfPair(text: string, from: number, start: number): string | null {
  const before = text.slice(Math.max(0, from - 160), from);
  const object = before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('}')) + 1);
  const NAME =
    /(?<![A-Za-z])(?:key|name|id)\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?([\w .-]{1,40})/gi;
  const last = [...object.matchAll(NAME)].at(-1)?.[1];
  if (last !== undefined) return last;
  const after = text.slice(start, start + 240);
  const rest = after.slice(0, after.search(/[{}]|$/));
  return [...rest.matchAll(NAME)][0]?.[1] ?? null;
}

const AUTHORIZATION =
  /authorization["'\\^]{0,4}\s{0,3}[:=：,]\s{0,3}["'\\^]{0,4}(?:value["'\\]{0,4}:\s?["'\\]{0,4})?$/i;

/** How a key is sent, if its name is that of a header or of half a pair. */
function sending(
  text: string,
  from: number,
  phrase: string,
  read: string,
): Pick<Called, 'scheme' | 'half'> {
  const name = phrase.trim();
  if (/^bearer$/i.test(name)) return { scheme: 'bearer', half: null };
  if (/^key$/i.test(name) && AUTHORIZATION.test(text.slice(Math.max(0, from - 40), from)))
    return { scheme: 'key', half: null };
  const header = /(?:^|[^\w-])(x-goog-api-key|x-api-key|api-key)$/i.exec(name)?.[1]?.toLowerCase();
  if (header === 'x-api-key' || header === 'x-goog-api-key' || header === 'api-key') {
    const isOption = /--api-key$/i.test(name);
    return { scheme: isOption ? null : header, half: null };
  }
  return { scheme: null, half: halfOf(read) };
}

/** True for the name of a pair: `ak/sk`, `AccessKey/SecretKey`. */
function isOfBoth(read: string): boolean {
  return /(?:^|[^a-z])(?:ak ?[&+|]? ?sk|access key(?: id)? ?[&+|]? ?secret(?: access)? key)$/.test(
    read.trim(),
  );
}

/** Which half of a pair of keys a name is of. */
export function halfOf(read: string): Called['half'] {
  // `ak/sk: …/…`: the access key comes first.
  if (isOfBoth(read)) return 'access';
  if (
    /(?:^|[^a-z])(?:sk|secret(?: access)?(?: ?key)?|access ?key ?secret)(?: \d)?$/.test(read.trim())
  )
    return 'secret';
  return /(?:^|[^a-z])(?:ak|iss|secret id|access ?key(?: ?id)?)(?: \d)?$/.test(read.trim())
    ? 'access'
    : learnt.words.halfIn(read);
}
