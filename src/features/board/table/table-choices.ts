import { useStore } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

import { columnIn, type ColumnId } from '~/core/table-columns';

import { boundedWidth, type TableChoices } from './columns';

/** Read with the table, which most boards are not: so it is apart from the other choices. */
export const tableChoices = createStore<TableChoices>()(
  persist((): TableChoices => ({ shown: {}, widths: {} }), {
    name: 'rushes-table',
    storage: createJSONStorage(() => localStorage),
    merge: (stored) => readTableChoices(stored),
  }),
);

export function useTableChoices(): TableChoices {
  return useStore(tableChoices);
}

export function showColumn(column: ColumnId, isShown: boolean): void {
  tableChoices.setState(({ shown }) => ({ shown: { ...shown, [column]: isShown } }));
}

/** @param width null for the usual one */
export function setWidth(column: ColumnId, width: number | null): void {
  tableChoices.setState(({ widths }) => {
    const { [column]: _, ...others } = widths;
    return { widths: width === null ? others : { ...others, [column]: boundedWidth(width) } };
  });
}

/** So many columns are remembered. */
const MOST = 200;

/** Keeps what is valid. Never throws. */
export function readTableChoices(stored: unknown): TableChoices {
  const { shown, widths } = Object(stored) as Record<string, unknown>;
  return {
    shown: choicesIn(shown, (value) => typeof value === 'boolean'),
    widths: choicesIn(widths, (value) => typeof value === 'number' && Number.isFinite(value)),
  };
}

function choicesIn<T>(
  stored: unknown,
  isValid: (value: unknown) => boolean,
): Readonly<Partial<Record<ColumnId, T>>> {
  const entries = Object.entries(Object(stored) as Record<string, unknown>);
  const valid = entries.filter(([id, value]) => columnIn(id) !== null && isValid(value));
  return Object.fromEntries(valid.slice(-MOST)) as Partial<Record<ColumnId, T>>;
}
