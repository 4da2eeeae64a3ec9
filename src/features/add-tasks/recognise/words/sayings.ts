import type { Concept } from './concepts';
import { en } from './en';
import { folded, isLatin, wordsOf } from './words';

/** What is numbered, what is no name, and what stands between words, in {@link folded} text. */

function numbered(...concepts: Concept[]): RegExp {
  const words = wordsOf(concepts, [en]);
  const latin = words.filter((word) => isLatin(word) && !word.endsWith('#'));
  const others = words.filter((word) => !isLatin(word) || word.endsWith('#'));
  return new RegExp(
    `^(?:(?:${latin.join('|')})[\\s_.-]*(?:n[ro]?[.o°]*\\s?)?\\d{1,4}[a-z]?(?![a-z\\d])|(?:${others.join('|')})\\s?[\\d一二三四五六七八九十]{1,4}[a-z]?)`,
  );
}

/** `Einstellung 12a`, `plano n.º 3`, `カット3`, `씬 1`. */
const PARTS = numbered('shot', 'scene');
/** `toma 2`, `テイク1`, `Fassung 3`. */
const TAKES = numbered('take', 'version');
const STATES = new Set(wordsOf(['hello', 'plain'], [en]));
const LISTS = new Set(wordsOf(['list'], [en]));
const GREETING = new RegExp(`^(?:${wordsOf(['hello'], [en]).join('|')})(?![a-z])`);
const LIST_END = new RegExp(
  `(?:${wordsOf(['list'], [en])
    .filter((word) => !isLatin(word))
    .join('|')}|auftrage|aufgaben|tareas|tarefas)$`,
);

/** A name begins with the number of a shot; `whole` says that there is nothing else in it. */
export function isNumberedPart(name: string, whole = false): boolean {
  const text = folded(name);
  const found = PARTS.exec(text)?.[0];
  return found !== undefined && (!whole || found === text);
}

/** Nothing but the number of a take. */
export function isNumberedTake(name: string): boolean {
  const text = folded(name);
  return TAKES.exec(text)?.[0] === text;
}

/** What tasks are said to be, and what columns are of, is no name: `fertig`, `Dauer`. */
export function isState(name: string): boolean {
  return STATES.has(folded(name));
}

/** `hola`, `お疲れさまです`: what messages begin with. */
export function isGreeting(name: string): boolean {
  return GREETING.test(folded(name));
}

/** `Offene Aufträge`, `タスク一覧`: what a list is of. */
export function isList(name: string): boolean {
  const text = folded(name);
  return LISTS.has(text) || LIST_END.test(text);
}

/** Fields of shots, as in `Szene: …`, and passwords told by name. */
const PART_WORDS = new Set(wordsOf(['shot', 'scene']));
const PASSWORD = new RegExp(
  `(?:${wordsOf(['password'], [en]).join('|')})(?:\\s{0,3}[:=は]|\\s{1,3}(?:ist|es|is|e)?\\s?\\S{0,60}\\d)`,
);

export function isPartWord(name: string): boolean {
  return PART_WORDS.has(folded(name));
}

export function tellsPassword(text: string): boolean {
  return PASSWORD.test(folded(text));
}

/** Between a name and its value: `ist`, `は`, `es`; `é` is a verb only with its accent. */
const VERB = new RegExp(
  `(?:(?<![a-zà-ÿ])(?:${wordsOf(['is'], [en]).filter(isLatin).join('|')}|heißt|será|são|é)|${wordsOf(
    ['is'],
    [en],
  )
    .filter((word) => !isLatin(word))
    .join('|')})$`,
  'i',
);

/** The verb that a text ends with. */
export function verbAt(text: string): string | null {
  return VERB.exec(text)?.[0] ?? null;
}
