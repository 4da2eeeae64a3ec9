import { useMemo, useRef, useState } from 'react';

import { COLUMN_ROLES, type ColumnRole } from '~/features/add-tasks/recognise/analysis';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { cn } from '~/ui/cn';
import { Select } from '~/ui/select';

import { previewsOf, type PreviewRow, type PreviewTable } from './preview-of';
import type { Draft } from './use-draft';

/** Rows shown at first, and how many more a press shows. */
const FIRST = 3;
const MORE = 200;

/** What was understood of tables and of long texts, before anything is added: rows with a problem come first. */
export function PreviewTables({ draft }: { draft: Draft }) {
  const { text, analysis } = draft;
  const tables = useMemo(() => previewsOf(text, analysis), [text, analysis]);
  return tables.map((table, index) => <OneTable key={index} table={table} draft={draft} />);
}

function OneTable({ table, draft }: { table: PreviewTable; draft: Draft }) {
  const t = useT();
  const { own, head, roles, leftOut, fine } = table;
  const [shown, setShown] = useState(FIRST);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = leftOut.length + fine.length;
  const width = roles.length + 1;
  return (
    <section aria-label={t('add.preview')} className="border-t border-line">
      <p className="px-5 pt-3 pb-2 font-semibold">
        {own ? t('add.rowsColumns', { n: rows, columns: roles.length }) : t('add.preview')}
      </p>
      {/* Positioned, so that hidden labels scroll with their cells and do not widen the page. */}
      <div
        ref={scroller}
        className="relative max-h-80 overflow-auto focus-ring"
        // Without selects in its head, arrow keys could not scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        tabIndex={0}
      >
        <table className="w-full border-collapse text-start text-small">
          <thead className="bg-surface">
            <tr>
              <th scope="col" className={cn(CELL, 'font-normal text-ink-2')}>
                {t('add.row')}
              </th>
              {roles.map((role, column) => (
                <th
                  key={column}
                  scope="col"
                  className={cn(CELL, 'align-top font-normal whitespace-nowrap')}
                >
                  {own ? (
                    <RoleSelect heading={head[column] ?? ''} role={role} draft={draft} />
                  ) : (
                    <b className="font-semibold">{t(COLUMN_WORDS[role])}</b>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          {leftOut.length > 0 ? (
            <tbody>
              <GroupHead width={width}>{t('add.rowsLeftOut', { n: leftOut.length })}</GroupHead>
              {leftOut.slice(0, shown + FIRST).map((row) => (
                <Row key={row.number} row={row} width={width} />
              ))}
            </tbody>
          ) : null}
          <tbody>
            {leftOut.length > 0 ? (
              <GroupHead width={width}>{t('add.rowsFine', { n: fine.length })}</GroupHead>
            ) : null}
            {fine.slice(0, shown).map((row) => (
              <Row key={row.number} row={row} width={width} />
            ))}
          </tbody>
        </table>
      </div>
      {fine.length > shown ? (
        <div className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-1.5 text-ink-2">
          <span>{t('add.rowsShown', { n: shown, all: fine.length })}</span>
          <Button
            variant="quiet"
            size="sm"
            onClick={() => {
              setShown(shown + MORE);
              // With the last rows shown, this button goes away.
              if (fine.length <= shown + MORE) scroller.current?.focus();
            }}
          >
            {fine.length - shown > MORE
              ? t('add.showMore', { n: MORE })
              : t('add.showAllRows', { n: fine.length })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

const CELL = 'px-2.5 py-1.5 first:ps-5';

function GroupHead({ width, children }: { width: number; children: string }) {
  return (
    <tr className="bg-sunken">
      <th
        scope="rowgroup"
        colSpan={width}
        className={cn(CELL, 'text-caption font-semibold text-ink-2')}
      >
        {children}
      </th>
    </tr>
  );
}

function Row({ row, width }: { row: PreviewRow; width: number }) {
  const t = useT();
  const { number, problem, sameAs } = row;
  return (
    <>
      <tr className={cn('border-t border-line', problem && 'bg-run-soft')}>
        <td className={cn(CELL, 'text-ink-2 digits')}>{number}</td>
        {row.cells().map((cell, column) => (
          <td key={column} className={cn(CELL, 'max-w-60 truncate')}>
            {cell}
          </td>
        ))}
      </tr>
      {problem ? (
        <tr className="bg-run-soft">
          <td colSpan={width} className={cn(CELL, 'pt-0 text-ink-2')}>
            {/* In sight however far the table is scrolled. */}
            <span className="sticky start-5 inline-block max-sm:max-w-60">
              {t(PROBLEM_WORDS[problem], { n: sameAs ?? 0 })}
            </span>
          </td>
        </tr>
      ) : null}
    </>
  );
}

function RoleSelect({ heading, role, draft }: { heading: string; role: ColumnRole; draft: Draft }) {
  const t = useT();
  return (
    <>
      <Select<ColumnRole>
        hideLabel
        label={t('add.whatIsIn', { heading })}
        value={role}
        onChange={(next) => draft.setColumn(heading, next)}
        options={COLUMN_ROLES.map((value) => ({
          value,
          label: t(COLUMN_WORDS[value], { heading }),
        }))}
        className="min-w-26 font-semibold"
      />
      <span className="px-1 text-caption text-ink-2">{heading}</span>
    </>
  );
}

const PROBLEM_WORDS = {
  'no-id': 'add.rowNoId',
  repeated: 'add.rowRepeated',
  shortened: 'add.rowShortened',
} as const satisfies Record<NonNullable<PreviewRow['problem']>, MessageKey>;

const COLUMN_WORDS = {
  task: 'add.column.task',
  key: 'add.column.key',
  address: 'add.column.address',
  name: 'add.column.name',
  shot: 'add.column.shot',
  client: 'add.column.client',
  note: 'add.column.note',
  keep: 'add.column.keep',
  ignore: 'add.column.ignore',
} as const satisfies Record<ColumnRole, MessageKey>;
