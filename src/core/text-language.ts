/** Scripts that practically one language is written in. Chinese is written without the signs of Japanese and Korean. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Greek}{3}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
];

/** How many characters of a text are looked at: a prompt can be of any length, and is drawn often. */
const ENOUGH = 600;

/** So many in a text without a sign of Japanese, and it is Chinese: in Japanese, so many hardly ever stand together. */
const CHINESE = /(?:\p{Script=Han}[\s，。、；：！？]*){9}/u;

/** Small words that no other of these languages has. Two different ones are evidence, one could be a name. */
const SMALL_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'with', 'and', 'from', 'into', 'through', 'its', 'their', 'slowly'],
  de: ['und', 'mit', 'eine', 'einem', 'einer', 'nicht', 'über', 'durch', 'zwischen'],
  es: ['los', 'las', 'hacia', 'sobre', 'muy', 'desde', 'y', 'mientras'],
  pt: ['uma', 'não', 'numa', 'pela', 'pelo', 'enquanto', 'são', 'muito'],
  fr: ['et', 'avec', 'dans', 'une', 'vers', 'sous', 'qui', 'pendant'],
};

/**
 * The language of a text as a tag for `lang`, so that a screen reader takes the right voice; undefined where nothing in
 * it says so for sure.
 */
export function languageOf(whole: string): string | undefined {
  const text = whole.slice(0, ENOUGH);
  const byScript = SCRIPTS.find(([signs]) => signs.test(text))?.[1];
  if (byScript !== undefined) return byScript;
  if (CHINESE.test(text)) return 'zh';
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
  const found = Object.entries(SMALL_WORDS).filter(
    ([, small]) => small.filter((word) => words.has(word)).length > 1,
  );
  return found.length === 1 ? found[0]?.[0] : undefined;
}
