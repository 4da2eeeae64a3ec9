type Write = (keys: ReadonlySet<string>) => string;

let write: Write | null = null;

/** While a table is shown, it says how its cells are copied: the chosen columns, in its order. @returns what ends that */
export function offerCells(offered: Write): () => void {
  write = offered;
  return () => {
    if (write === offered) write = null;
  };
}

/** These tasks as the cells of the table that is shown; null where none is. */
export function shownCells(keys: ReadonlySet<string>): string | null {
  return write?.(keys) ?? null;
}
