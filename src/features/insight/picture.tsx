import { useId, useRef, useState, type ReactNode } from 'react';

import { useT } from '~/i18n/use-t';
import { copyText } from '~/task-view/copy';
import { IconButton } from '~/ui/icon-button';
import { Menu } from '~/ui/menu';
import { showToast } from '~/ui/toast';

import { csvText, type DataTable } from './data-table';
import { savePicture } from './save/save-picture';
import { TableView } from './table-view';

/** A picture in its frame: one sentence first, then the picture or its table, to copy and to save. */
export function Picture({
  name,
  title,
  sentence,
  table,
  spoken = false,
  notes = [],
  children,
}: {
  /** In the name of its file. */
  name: string;
  title: string;
  sentence: string;
  /** Null if there is nothing to show: then the sentence says what fills it. */
  table: DataTable | null;
  /** Whether all that it shows stands in it as words; otherwise screen readers get the table. */
  spoken?: boolean;
  notes?: readonly (string | null)[];
  children: ReactNode;
}) {
  const titleId = useId();
  const frame = useRef<HTMLElement>(null);
  const [isTable, setTable] = useState(false);
  return (
    <section
      ref={frame}
      aria-labelledby={titleId}
      className="relative min-w-0 rounded-card border border-line bg-surface px-5 py-3 max-sm:px-3.5"
      // Beside others where there is room for them.
      style={SIZE}
    >
      <div className="flex flex-wrap items-center justify-end gap-x-3">
        <h3
          id={titleId}
          className="min-w-0 text-note font-semibold break-words text-ink-2"
          style={HEADING}
        >
          {title}
        </h3>
        {table ? (
          <Actions
            {...{ name, title, table, frame, isTable }}
            onToggle={() => setTable(!isTable)}
          />
        ) : null}
      </div>
      <p className="mt-1 text-large font-label break-words">{sentence}</p>
      {table ? (
        <div className="mt-4">
          {isTable ? <TableView table={table} title={title} /> : children}
          {isTable || spoken ? null : <TableView table={table} title={title} isHidden />}
        </div>
      ) : null}
      {notes.map((note) =>
        note === null ? null : (
          <p key={note} className="mt-2 text-note text-ink-3">
            {note}
          </p>
        ),
      )}
    </section>
  );
}

const SIZE = { flex: '1 1 20rem' };
/** With a large font the buttons go below it, before its words are broken. */
const HEADING = { flex: '1 1 8rem' };

function Actions({
  name,
  title,
  table,
  frame,
  isTable,
  onToggle,
}: {
  name: string;
  title: string;
  table: DataTable;
  frame: { readonly current: HTMLElement | null };
  isTable: boolean;
  onToggle: () => void;
}) {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const save = async (): Promise<void> => {
    if (!frame.current) return;
    const isSaved = await savePicture(frame.current, `insight-${name}`);
    if (!isSaved) showToast({ text: t('insight.saveFailed') });
  };
  return (
    <div className="flex flex-none items-center gap-x-3">
      <button
        type="button"
        onClick={onToggle}
        className="h-8.5 flex-none cursor-pointer text-note font-label text-accent focus-ring hover:underline max-sm:h-11"
      >
        {t(isTable ? 'insight.showPicture' : 'insight.showTable')}
      </button>
      <IconButton
        icon="more"
        size="sm"
        label={t('insight.actions', { title })}
        aria-haspopup="menu"
        className="-me-2 max-sm:h-11"
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      {anchor ? (
        <Menu
          anchor={anchor}
          onClose={() => setAnchor(null)}
          items={[
            {
              label: t('insight.copyCsv'),
              icon: 'copy',
              onSelect: () => void copyText(csvText(table)),
            },
            { label: t('insight.savePicture'), icon: 'image', onSelect: () => void save() },
          ]}
        />
      ) : null}
    </div>
  );
}
