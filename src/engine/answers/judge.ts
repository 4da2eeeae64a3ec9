import { FILTER_NAMES, NO_FILTERS, type FilterName, type Filters } from '~/core/filters';

import type { CardFacts } from './card-of';
import { daysBefore, FILTERS, missedBy, type Around, type Marks } from './filters';
import type { UsualOf } from './order';
import { folded, isSameText, textOf, wordsOf } from './search';

/** Whether a card is found, and which filter leaves it out. */
export interface Judged {
  card: CardFacts;
  /** Made when something is searched for. */
  text: string | null;
  /** Its values for a filter, made when somebody asks. */
  values: Partial<Record<FilterName, readonly string[]>>;
  found: boolean;
  missed: ReturnType<typeof missedBy>;
  /** See `createChoices`. */
  plain: number;
}

/** Tells what else is known of some tasks. */
export type SetMarks = <Name extends keyof Marks>(name: Name, marks: Marks[Name]) => void;

/** Searches and filters cards. */
export function createJudge(usualOf: UsualOf) {
  let query = '';
  let words: readonly string[] = [];
  let filters = NO_FILTERS;
  let isFiltered = false;
  let alsoSaid: (card: CardFacts) => string = () => '';
  const around: Around = { usualOf, since: daysBefore(0), kept: new Map(), told: new Map() };

  const textIn = (item: Judged): string => (item.text ??= textOf(item.card, alsoSaid(item.card)));
  const valuesIn = ({ card, values }: Judged, name: FilterName): readonly string[] =>
    name === 'added' ? FILTERS.added(card, around) : (values[name] ??= FILTERS[name](card, around));
  return {
    valuesIn,
    /** The text of a card of which this was known; null if it has to be made again. */
    textFrom: (before: Judged | undefined, card: CardFacts): string | null =>
      before && isSameText(before.card, card) ? before.text : null,
    judge(item: Judged): void {
      item.found = words.length === 0 || hasAll(textIn(item), words);
      item.missed = isFiltered ? missedBy(filters, (name) => valuesIn(item, name)) : null;
    },
    /** Changes what is looked for, and says which cards must be judged again. */
    aim(view: { query: string; filters: Filters }, now: number): 'all' | 'found' | 'none' {
      const before = { query, filters, today: around.since[0] };
      query = folded(view.query);
      words = wordsOf(query);
      filters = view.filters;
      isFiltered = Object.keys(filters).length > 0;
      around.since = daysBefore(now);
      if (around.since[0] !== before.today || !sameFilters(filters, before.filters)) return 'all';
      if (query === before.query) return 'none';
      // What does not contain the beginning of a word does not contain the word.
      return query.startsWith(before.query) ? 'found' : 'all';
    },
    /** Searches in what the screen says of a card too. The texts made before have to be made again. */
    searchAlso(said: (card: CardFacts) => string): void {
      alsoSaid = said;
    },
    prepare: (item: Judged) => void textIn(item),
    /** Tells what is kept, or told, and whether that is news of a card. */
    setMarks<Name extends keyof Marks>(name: Name, marks: Marks[Name]): (key: string) => boolean {
      const known: Marks = around;
      const before = known[name];
      known[name] = marks;
      return (key) => before.get(key) !== marks.get(key);
    },
  };
}

function hasAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

function sameFilters(a: Filters, b: Filters): boolean {
  const sameValues = (name: FilterName): boolean => {
    const [one = [], other = []] = [a[name], b[name]];
    return one.length === other.length && one.every((value, index) => value === other[index]);
  };
  return a === b || FILTER_NAMES.every(sameValues);
}
