/** A message as `tools/messages.ts` compiles it: the pieces it is put together from. */
export type Message = readonly Piece[];
export type Messages = Readonly<Record<string, Message>>;
export type Values = Readonly<Record<string, string | number>>;
type Piece = string | Value;
/** `['name']`, `['n', 'number']`, or `['n', 'plural', { one: …, other: ['#', ' tasks'] }]`. */
type Value = readonly [name: string, how?: How, choices?: Messages];
type How = 'number' | keyof typeof KINDS;

const KINDS = { plural: 'cardinal', selectordinal: 'ordinal' } as const;

/** Puts values into a message. Only the message is read for places: a value with braces or escapes stays as it is. */
export function fill(message: Message, values: Values, locale: string, count = '#'): string {
  return message
    .map((piece) => {
      if (piece === '#') return count;
      return typeof piece === 'string' ? piece : fillOne(piece, values, locale);
    })
    .join('');
}

function fillOne([name, how, choices = {}]: Value, values: Values, locale: string): string {
  const value = values[name] ?? '';
  if (how === undefined) return String(value);
  const count = inLanguage(Number(value), locale);
  if (how === 'number') return count;
  const chosen = choices[value] ?? choices[rules(how, locale).select(Number(value))];
  return fill(chosen ?? choices['other'] ?? [], values, locale, count);
}

/** Most numbers are small; a browser's first formatter takes 30 ms, while the first cards are rendered. */
function inLanguage(value: number, locale: string): string {
  const isPlain = Number.isInteger(value) && value >= 0 && value < 1000;
  return isPlain ? String(value) : value.toLocaleString(locale);
}

const made = new Map<string, Intl.PluralRules>();

function rules(how: keyof typeof KINDS, locale: string): Intl.PluralRules {
  const key = how + locale;
  const known = made.get(key) ?? new Intl.PluralRules(locale, { type: KINDS[how] });
  made.set(key, known);
  return known;
}
