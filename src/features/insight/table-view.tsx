import { cn } from '~/ui/cn';

import type { DataTable } from './data-table';
import { ReasonLink } from './reason-link';

/** A picture's figures as a table, which scrolls where it has no room. @param isHidden only for screen readers */
export function TableView({
  table: { columns, rows },
  title,
  isHidden = false,
}: {
  table: DataTable;
  title: string;
  isHidden?: boolean;
}) {
  const grid = (
    <table aria-label={title} className="w-full">
      <thead>
        <tr>
          {columns.map(({ name, label, isNumber }) => (
            <th
              key={name}
              scope="col"
              className={cn(
                'border-b border-line py-1.5 pe-3 text-note font-semibold text-ink-2',
                isNumber ? 'text-end' : 'text-start',
              )}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          // Rows have no name, and keep no state.
          <tr key={line}>
            {row.map(({ text, href }, at) => (
              <td
                key={columns[at]?.name}
                className={cn(
                  'border-b border-line py-1.5 pe-3 max-sm:h-11',
                  columns[at]?.isNumber && 'text-end digits',
                )}
              >
                {href === undefined ? text : <ReasonLink href={href}>{text}</ReasonLink>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return isHidden ? (
    <div className="sr-only">{grid}</div>
  ) : (
    <div
      role="group"
      aria-label={title}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must scroll by keyboard, too
      tabIndex={0}
      className="overflow-auto focus-ring"
      style={{ maxHeight: '26rem' }}
    >
      {grid}
    </div>
  );
}
