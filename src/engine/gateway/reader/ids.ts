/** Whether ids of services are the same, or only alike. Pure, and total for any text. */

/** Whether both name the same task: services write ids in another case, escaped, or with their model before them. */
export function isSameId(a: string, b: string): boolean {
  const [one, other] = [plainOf(a), plainOf(b)];
  return one === other || holds(one, other) || holds(other, one);
}

/** Shorter ids may be any word, number or part of a name. */
const LEAST = 6;

/** Whether the id stands in a text that has no blanks: in a link, or as a part of a longer id. */
export function holdsId(text: string, id: string): boolean {
  return id.length >= LEAST && text.length < 2000 && !/\s/.test(text) && isSameId(text, id);
}

function holds(long: string, short: string): boolean {
  if (short.length < LEAST || long.length <= short.length) return false;
  for (let at = long.indexOf(short); at >= 0; at = long.indexOf(short, at + 1)) {
    const ends = [long[at - 1], long[at + short.length]];
    if (ends.every((next) => next === undefined || !/[a-z\d]/.test(next))) return true;
  }
  return false;
}

function plainOf(id: string): string {
  return decoded(decoded(id)).trim().toLowerCase();
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    // A lone `%` belongs to the id.
    return id;
  }
}

/**
 * Whether two ids could come from the same counter or generator: the same words before it, the same punctuation, runs of
 * the same length, of digits alone, hexadecimal or not. Behind a word, numbers count up and may be longer.
 */
export function isAlike(a: string, b: string): boolean {
  return shapeOf(a) === shapeOf(b);
}

function shapeOf(id: string): string {
  const bare = plainOf(id).replace(/^[a-z][\w.-]*:(?=[^/\s])/, '');
  const words = /^(?:[a-z]+[_-])+/.exec(bare)?.[0] ?? '';
  const rest = bare.slice(words.length);
  const runs = rest.replaceAll(/[a-z\d]+/g, ({ length }) => String(length));
  if (/^[\d\W_]+$/.test(rest)) return `${words}${words === '' ? runs : ''}#`;
  const lettered = (rest.match(/[a-z\d]*[a-z][a-z\d]*/g) ?? []).join('');
  // What is short and looks hexadecimal may be so by chance.
  const hex = lettered.length >= 16 && /^[\da-f]+$/.test(lettered);
  return `${words}${runs}${hex ? 'x' : 'z'}`;
}
