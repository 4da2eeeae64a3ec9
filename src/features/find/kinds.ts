/** What needs attention, as a person tells it apart: reasons that are called the same are one kind. */
interface Kind {
  words: string;
  reasons: readonly string[];
  n: number;
}

/** The kinds, the most frequent first. One that is chosen stays, so that it can be taken off, when its last card has gone. */
export function kindsOf(
  counted: ReadonlyMap<string, number>,
  chosen: readonly string[],
  wordsOf: (reason: string) => string,
): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const reason of new Set([...counted.keys(), ...chosen])) {
    const words = wordsOf(reason);
    const before = kinds.get(words) ?? { words, reasons: [], n: 0 };
    const n = before.n + (counted.get(reason) ?? 0);
    kinds.set(words, { words, reasons: [...before.reasons, reason], n });
  }
  return [...kinds.values()].toSorted((a, b) => b.n - a.n);
}
