import { sortedColumn } from '~/core/table-columns';

import { valueIn } from './column-values';
import { compareNames, sortable } from './names';
import type { Rank, RanksInColumn } from './order';

/** Empty cells are last from either end. */
export const ranksInColumn: RanksInColumn = (card, sort) => {
  const by = sortedColumn(sort);
  const value = by && valueIn(card, by.column);
  if (value === null) return [1, 0];
  const sign = by?.isDown ? -1 : 1;
  return [0, typeof value === 'number' ? sign * value : new Name(sortable(value), sign)];
};

class Name {
  readonly name: string;
  readonly sign: 1 | -1;

  constructor(name: string, sign: 1 | -1) {
    this.name = name;
    this.sign = sign;
  }

  compareTo(other: Rank): number {
    return other instanceof Name ? this.sign * compareNames(this.name, other.name) : 0;
  }
}
