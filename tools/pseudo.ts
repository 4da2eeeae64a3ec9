/** Letters that nobody takes for their own, but can read. */
const FROM = 'abcdefghijklmnopqrstuvwxyz';
const TO = 'àƀćđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž';
const VOWEL = /[aeiou]/i;

/**
 * A compiled message in no language: readable, 30 to 40 % longer, and without a plain letter, so that whatever has one
 * on the screen comes from no message. Values stay as they are.
 */
export function pseudo<Message>(message: Message): Message {
  return walk(message) as Message;
}

function walk(part: unknown): unknown {
  if (typeof part === 'string') return accent(part);
  if (!Array.isArray(part)) return part;
  return part.map((piece: unknown): unknown => {
    if (!Array.isArray(piece)) return walk(piece);
    const [name, how, choices] = piece as [string, string?, Record<string, unknown>?];
    if (choices === undefined) return piece as unknown;
    const changed = Object.entries(choices).map(([form, inside]) => [form, walk(inside)]);
    return [name, how, Object.fromEntries(changed) as unknown];
  });
}

/** Vowels are written twice, which is what makes it longer. */
function accent(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) => {
    const small = TO.charAt(FROM.indexOf(letter.toLowerCase()));
    const accented = letter === letter.toLowerCase() ? small : small.toUpperCase();
    return VOWEL.test(letter) ? accented.repeat(2) : accented;
  });
}
