import type { Section } from '~/engine/answers/groups';

import { inRows, type Row } from './rows';

/** A group among the rows: its head takes the first of them. */
export interface LaidSection {
  id: string;
  isFolded: boolean;
  /** Its shown cards, in order. */
  keys: readonly string[];
  /** The row of its head, and the one after its last. */
  head: number;
  end: number;
}

export interface LaidRows {
  rows: readonly Row[];
  /** What each row is called while it stays in its group. */
  names: readonly string[];
  /** By their ids, in order. */
  sections: ReadonlyMap<string, LaidSection>;
}

/** Heads and cards as rows; folded groups have no cards. None until the width is known. */
export function layOut(
  sections: readonly Section[],
  isFolded: (id: string) => boolean,
  columns: number,
): LaidRows {
  const rows: Row[] = [];
  const names: string[] = [];
  const laid = new Map<string, LaidSection>();
  for (const { id, keys } of columns === 0 ? [] : sections) {
    const folded = isFolded(id);
    const head = rows.length;
    for (const row of [HEAD, ...(folded ? [] : inRows(keys, columns))]) {
      names.push(rowName(String(rows.length - head), id));
      rows.push(row);
    }
    laid.set(id, { id, isFolded: folded, keys, head, end: rows.length });
  }
  return { rows, names, sections: laid };
}

/** @param row what it is called among those of its group: its place, or the key of its task */
export function rowName(row: string, id: string): string {
  return `${row}\n${id}`;
}

/** The group of a row, by its name. */
export function idOfRow(name: string): string {
  return name.slice(name.indexOf('\n') + 1);
}

const HEAD: Row = [];
