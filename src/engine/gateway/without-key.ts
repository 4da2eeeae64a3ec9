/** Removes keys and their echoes, however JSON or a URL may escape them. */
interface Eraser {
  inText(text: string): string;
  /** The same for every string in `value`, which must be plain data. */
  in<T>(value: T): T;
}

/** Of a shorter key, every answer is full. */
const LEAST_KEY = 4;

/** Removes these exact keys. One for a whole answer: what they look like takes longer to find out than to find. */
export function eraserOf(keys: readonly string[]): Eraser {
  const patterns = keys.filter(({ length }) => length >= LEAST_KEY).map(echoesOf);
  const inText = (text: string): string =>
    patterns.reduce((left, echoes) => left.replaceAll(echoes, '…'), text);
  return {
    inText,
    in: <T>(value: T): T =>
      patterns.length === 0
        ? value
        : (JSON.parse(JSON.stringify(value), (_, part: unknown) =>
            typeof part === 'string' ? inText(part) : part,
          ) as T),
  };
}

/** Of a shorter key, an echo may be a word of any answer. */
const LEAST_ECHO = 8;

/** The key, and what services and proxies make of it when they log or report what they got. */
function echoesOf(key: string): RegExp {
  const bytes = [...new TextEncoder().encode(key)];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const echoes = [Array.from(key).toReversed().join(''), hex, ...inBase64(bytes)];
  const all = key.length < LEAST_ECHO ? [key] : [key, ...echoes];
  return new RegExp(all.map(spelt).join('|'), 'gi');
}

/** Wherever it begins in what was encoded: without the letters that depend on what stands before and behind it. */
function inBase64(bytes: readonly number[]): string[] {
  return [0, 1, 2].map((before) => {
    const all = [...Array<number>(before).fill(0), ...bytes];
    const from = Math.ceil((before * 8) / 6);
    return btoa(String.fromCharCode(...all)).slice(from, Math.floor((all.length * 8) / 6));
  });
}

/** Each character as it is, as `\u002b` or `\/`, or as `%2B`: services escape more than they have to. */
function spelt(text: string): string {
  return Array.from(text, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    const also = ALSO[character] ?? '';
    return `(?:\\u${code}|\\\\u${code}|%${code.slice(-2)}${also})`;
  }).join('');
}

/** In JSON, and in the base64 of addresses. */
const ALSO: Readonly<Record<string, string>> = {
  '/': String.raw`|\\/|_`,
  '+': '|-',
  '"': String.raw`|\\"`,
  '\\': String.raw`|\\\\`,
};
