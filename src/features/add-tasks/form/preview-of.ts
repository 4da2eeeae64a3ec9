import type {
  Analysis,
  ColumnRole,
  RowProblem,
  Segment,
  Table,
} from '~/features/add-tasks/recognise/analysis';
import { cellsIn } from '~/features/add-tasks/recognise/tables/grid';

import { isMarked } from './pieces';

/** A row of the preview. Its cells are read from the masked text, so they hold no key. */
export interface PreviewRow {
  number: number;
  cells: () => string[];
  problem: RowProblem | null;
  sameAs: number | null;
}

/** What was understood, before anything is added. */
export interface PreviewTable {
  /** Whether the columns are the person's own, so that their meaning can be corrected. */
  own: boolean;
  head: string[];
  roles: ColumnRole[];
  leftOut: PreviewRow[];
  fine: PreviewRow[];
}

/** The tables of a text; or, if it has too many pieces to be marked, one of all its tasks. */
export function previewsOf(text: string, { segments, tables }: Analysis): PreviewTable[] {
  if (tables.length > 0) return tables.map((table) => ofTable(text, table));
  return isMarked(text, segments) ? [] : ofTasks(segments);
}

function ofTable(text: string, { head, roles, rows }: Table): PreviewTable {
  const all = rows.map(({ number, start, end, problem, sameAs }) => ({
    number,
    problem,
    sameAs,
    cells: () => cellsIn(text, start, end).map((cell) => cell.text),
  }));
  return {
    own: true,
    head,
    roles,
    leftOut: all.filter(({ problem }) => problem !== null),
    fine: all.filter(({ problem }) => problem === null),
  };
}

function ofTasks(segments: readonly Segment[]): PreviewTable[] {
  const tasks = segments.filter(({ kind }) => kind === 'id');
  if (tasks.length === 0) return [];
  const fine = tasks.map(({ text, label, shot }, index) => ({
    number: index + 1,
    cells: () => [text, label ?? '', shot ?? ''],
    problem: null,
    sameAs: null,
  }));
  return [{ own: false, head: [], roles: ['task', 'name', 'shot'], leftOut: [], fine }];
}
