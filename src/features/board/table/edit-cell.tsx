import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

import { headingOf } from '~/core/group-by';
import { PASTED_LIMITS, type TrackedTask } from '~/core/tracked';
import type { ColumnId } from '~/core/table-columns';
import type { TaskEdit } from '~/engine/edit';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { TextArea } from '~/task-view/note/text-area';
import type { Card } from '~/task-view/use-card';
import { Icon } from '~/ui/icons';
import '~/ui/late-icons';

import { headWord } from './cell-text';

/** A field of a task that is written in the table. */
interface Field {
  column: ColumnId;
  limit: number;
  read: (task: TrackedTask) => string;
  write: (task: TrackedTask, text: string) => TaskEdit;
}

/** Null for a column that nobody writes, or that has a dialog. */
export function fieldOf(column: ColumnId): Field | null {
  const heading = headingOf(column);
  if (heading === null) return FIELDS[column] ?? null;
  return {
    column,
    limit: PASTED_LIMITS.cell,
    read: ({ columns }) => (Object.hasOwn(columns, heading) ? (columns[heading] ?? '') : ''),
    write: ({ columns }, text) => ({ columns: { ...columns, [heading]: text } }),
  };
}

const FIELDS: Partial<Record<ColumnId, Field>> = {
  note: {
    column: 'note',
    limit: PASTED_LIMITS.note,
    read: ({ note }) => note ?? '',
    write: (_, note) => ({ note }),
  },
  shot: {
    column: 'shot',
    limit: PASTED_LIMITS.shot,
    read: ({ shot }) => shot ?? '',
    write: (_, shot) => ({ shot }),
  },
};

/** A cell that is written in its place: by its pencil, or F2, or two clicks. */
export function EditCell({ card, field }: { card: Card; field: Field }) {
  const t = useT();
  const engine = useEngine();
  const [isOpen, setOpen] = useState(false);
  const text = field.read(card.tracked);
  const name = headWord(field.column, t);
  if (isOpen)
    return (
      <Writing
        name={name}
        text={text}
        limit={field.limit}
        onSave={(written) => void engine.edit([card.key], (task) => field.write(task, written))}
        onEnd={() => setOpen(false)}
      />
    );
  return (
    <span className="flex size-full min-w-0 items-center" onDoubleClick={() => setOpen(true)}>
      <span
        title={text}
        // The pencil always lies over its end where nothing hovers.
        className="min-w-0 flex-1 truncate text-small pointer-coarse:pe-10"
      >
        {text}
      </span>
      <button
        type="button"
        tabIndex={-1}
        data-edit
        aria-label={t('table.edit', { name })}
        onClick={() => setOpen(true)}
        className="absolute end-1.5 grid size-7 cursor-pointer place-items-center rounded-lg bg-surface text-ink-2 focus-ring hover:bg-sunken not-focus-visible:not-group-hover/card:not-group-focus-within/card:pointer-fine:opacity-0"
      >
        <Icon name="pencil" />
      </button>
    </span>
  );
}

function Writing({
  name,
  text,
  limit,
  onSave,
  onEnd,
}: {
  name: string;
  text: string;
  limit: number;
  onSave: (text: string) => void;
  onEnd: () => void;
}) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const field = place.current?.querySelector('textarea');
    field?.focus();
    field?.select();
  }, []);
  return (
    <span
      ref={place}
      role="presentation"
      className="absolute inset-0 z-10 flex"
      onBlur={onEnd}
      onKeyDown={leaveBy}
    >
      <TextArea
        aria-label={name}
        oneLine
        maxLength={limit}
        text={text}
        onSave={onSave}
        className="h-11 rounded-none"
      />
    </span>
  );
}

/** Both leave the field for its cell; what Escape must not keep, the field has thrown away by then. */
function leaveBy({ key, currentTarget, nativeEvent }: KeyboardEvent<HTMLElement>): void {
  if (nativeEvent.isComposing || (key !== 'Enter' && key !== 'Escape')) return;
  currentTarget.closest<HTMLElement>('[data-cell]')?.focus();
}
