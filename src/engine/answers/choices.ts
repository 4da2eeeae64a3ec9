import { FILTER_NAMES, type FilterName } from '~/core/filters';

/** By filter: how many cards each value would show, all other filters and the search left as they are. */
export type Choices = Readonly<Partial<Record<FilterName, ReadonlyMap<string, number>>>>;

/** A card that has no value of so many filters, which were all that were asked for: it need not be looked at again. */
interface Countable {
  plain: number;
}

/** Counts cards by their values, one card more or less at a time. Only filters that were asked for are counted. */
export function createChoices<T extends Countable>(
  valuesIn: (item: T, name: FilterName) => readonly string[],
) {
  const names = new Set<FilterName>();
  let counts: Partial<Record<FilterName, Map<string, number>>> = {};
  let said: Choices = {};
  let isSaid = true;
  const isPlain = (item: T): boolean => {
    for (const name of names) if (valuesIn(item, name).length > 0) return false;
    return true;
  };
  return {
    /** True if one of these has not been asked for before: all cards must be counted again. */
    ask(wanted: readonly FilterName[]): boolean {
      const { size } = names;
      for (const name of wanted) names.add(name);
      return names.size > size;
    },
    reset(): void {
      counts = Object.fromEntries([...names].map((name) => [name, new Map()]));
      isSaid = false;
    },
    /** @param missed the one filter that leaves the card out: it is counted there, for that one may change */
    count(item: T, missed: FilterName | null, by: 1 | -1): void {
      // Most cards are neither stuck nor picked nor in need of anybody, and a key pressed counts all of them.
      if (item.plain === names.size) return;
      if (missed === null && isPlain(item)) item.plain = names.size;
      for (const name of missed === null ? names : [missed]) {
        const all = counts[name];
        if (!all) continue;
        for (const value of valuesIn(item, name)) {
          const count = (all.get(value) ?? 0) + by;
          if (count > 0) all.set(value, count);
          else all.delete(value);
          isSaid = false;
        }
      }
    },
    /** The same object until a count changes. */
    said(): Choices {
      if (isSaid) return said;
      isSaid = true;
      const next = Object.fromEntries(
        FILTER_NAMES.flatMap((name) => {
          const now = counts[name];
          return now ? [[name, sameOr(said[name], now)]] : [];
        }),
      ) as Choices;
      if (FILTER_NAMES.some((name) => next[name] !== said[name])) said = next;
      return said;
    },
  };
}

function sameOr(
  known: ReadonlyMap<string, number> | undefined,
  now: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const isSame =
    known?.size === now.size && [...now].every(([value, count]) => known.get(value) === count);
  return isSame ? known : new Map(now);
}
