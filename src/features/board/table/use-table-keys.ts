import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { VirtualizerHandle } from 'virtua';

import { changeView } from '~/address/use-view';
import type { ColumnId } from '~/core/table-columns';
import { useBoardIndex } from '~/engine/use-board';
import { toCells } from '~/engine/media/save/csv';
import { focusSoon } from '~/features/board/focus-soon';
import type { LaidRows } from '~/features/board/section-rows';
import { useT } from '~/i18n/use-t';
import { copyText } from '~/task-view/copy';
import { actionOf, type TableAction } from '~/task-view/keys/key-map';
import { selection } from '~/task-view/selection/selection';
import { offerCells } from '~/task-view/selection/shown-cells';
import { isTyping } from '~/ui/keys';

import { cellText, headWord } from './cell-text';
import { stepped, type Place } from './steps';

/**
 * The keys of the table. Its cells take the focus, their controls do not: arrows lead from cell to cell, Enter presses
 * what is in a cell or else opens the task, Space chooses the row, F2 writes, and Ctrl+C copies.
 */
export function useTableKeys({
  grid,
  handle,
  laid,
  columns,
}: {
  grid: RefObject<HTMLDivElement | null>;
  handle: RefObject<VirtualizerHandle | null>;
  laid: LaidRows;
  columns: readonly ColumnId[];
}) {
  const t = useT();
  const board = useBoardIndex();
  const [isInside, setInside] = useState(false);
  /** Where the focus was last; a head of a group has one cell, so the column is remembered. */
  const last = useRef<Place>({ row: 0, column: 1 });

  const goTo = (to: Place): void => {
    last.current = to;
    if (cellAt(grid.current, to) === null && to.row >= 0)
      handle.current?.scrollToIndex(to.row, { align: 'center' });
    focusSoon(() => (last.current === to ? cellAt(grid.current, to) : null));
  };
  const open = (row: number): void => {
    const tracked = board.card(laid.rows[row]?.[0] ?? '')?.tracked;
    if (tracked) changeView({ screen: { kind: 'task', task: tracked } });
  };
  /** Empty for none. */
  const cellsOf = (chosen: ReadonlySet<string>): string => {
    const keys = laid.rows.flat().filter((key) => chosen.has(key));
    const cards = keys.flatMap((key) => board.card(key) ?? []);
    if (cards.length === 0) return '';
    return toCells([
      columns.map((head) => headWord(head, t)),
      ...cards.map((card) => columns.map((head) => cellText(card, head, t))),
    ]);
  };
  useEffect(() => offerCells(cellsOf));
  const copy = ({ row, column }: Place): void => {
    const one = board.card(laid.rows[row]?.[0] ?? '');
    const id = columns[column - 1];
    const text =
      cellsOf(selection.getState().keys) || (one && id ? toCells([[cellText(one, id, t)]]) : '');
    if (text !== '') void copyText(text);
  };

  /** Returns whether the key was one of the table's. */
  const press = (event: KeyboardEvent<HTMLElement>, cell: HTMLElement, at: Place): boolean => {
    const step = (): void => {
      const size = {
        rows: laid.rows.length,
        columns: columns.length + 2,
        page: pageOf(grid.current),
      };
      const to = stepped(at, event, size);
      if (to) goTo(to);
    };
    const acts: Record<TableAction, () => unknown> = {
      step,
      farStep: step,
      press: () => pressControl(cell) || open(at.row),
      edit: () => cell.querySelector<HTMLElement>('[data-edit]')?.click(),
      chooseRow: () => chooseRow(cell, false),
      chooseRows: () => chooseRow(cell, true),
      copyCells: () => copy(at),
    };
    const action = actionOf('table', event);
    // What is marked in the text is copied by the browser.
    if (action === undefined || (action === 'copyCells' && String(getSelection()) !== ''))
      return false;
    acts[action]();
    return true;
  };

  return {
    isInside,
    handlers: {
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        if (event.defaultPrevented || isTyping(event.target)) return;
        const cell = cellOf(event.target);
        // A control that was clicked, or of a group's head, keeps its own keys.
        const isOnControl = event.target !== cell && (event.key === 'Enter' || event.key === ' ');
        if (cell === null || isOnControl) return;
        if (press(event, cell, { row: rowOf(cell), column: columnOf(cell, last.current) }))
          event.preventDefault();
      },
      onFocus({ target, currentTarget }: FocusEvent<HTMLElement>) {
        setInside(true);
        const cell = cellOf(target);
        // A table that scrolls has a stop for Tab in it, also while it is none itself.
        if (cell === target) cell.tabIndex = 0;
        if (cell) last.current = { row: rowOf(cell), column: columnOf(cell, last.current) };
        else if (target === currentTarget)
          goTo({ ...last.current, row: Math.min(last.current.row, laid.rows.length - 1) });
      },
      onBlur({ target, relatedTarget, currentTarget }: FocusEvent<HTMLElement>) {
        if (target.matches('[data-cell]')) target.tabIndex = -1;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          setInside(false);
      },
    },
  };
}

function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
}

function rowOf(cell: HTMLElement): number {
  return Number(cell.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? -1);
}

function columnOf(cell: HTMLElement, last: Place): number {
  return cell.dataset['head'] === undefined ? Number(cell.dataset['cell']) : last.column;
}

function cellAt(grid: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  const line = grid?.querySelector(`[data-row="${row}"]`);
  return (
    line?.querySelector<HTMLElement>(`[data-cell="${column}"]`) ??
    line?.querySelector<HTMLElement>('[data-head]') ??
    null
  );
}

function controlIn(cell: HTMLElement): HTMLElement | null {
  if (cell.querySelector('[data-edit]')) return null;
  const menu = cell.dataset['head'] === undefined && cell.querySelector('[aria-haspopup="menu"]');
  const control = menu || cell.querySelector('button, input');
  return control instanceof HTMLElement ? control : null;
}

function pressControl(cell: HTMLElement): boolean {
  const control = controlIn(cell);
  control?.click();
  return control !== null;
}

function chooseRow(cell: HTMLElement, shiftKey: boolean): void {
  const row = cell.closest('[data-row]');
  const isHead = row?.getAttribute('data-row') === '-1';
  const target = isHead ? controlIn(cell) : row?.querySelector('input[type="checkbox"]');
  target?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
}

function pageOf(grid: HTMLElement | null): number {
  const row = grid?.querySelector('[data-card]');
  if (!grid || !row || row.clientHeight === 0) return 10;
  return Math.max(1, Math.floor(grid.clientHeight / row.clientHeight) - 2);
}
