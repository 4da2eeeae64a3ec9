import { useRef, type ReactNode } from 'react';

import { openDialog } from '~/address/dialogs';
import type { TrackedTask } from '~/core/tracked';

import type { Arranged } from '~/engine/answers/arrange';
import { Grid } from './grid';
import { Nothing } from './nothing';
import { Screen } from '~/ui/screen';
import { Toolbar } from './toolbar';
import { useArranged, useEntries } from '~/engine/use-board';
import { useView } from '~/address/use-view';

/** All tasks as cards, filtered, searched and sorted as the address says. */
export function Board({
  banners,
}: {
  /** Notices about the whole board, above it. */
  banners: ReactNode;
}) {
  const view = useView();
  const entries = useEntries();
  const arranged = useArranged(entries, view);
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <Screen scroller={scroller}>
      <div className="mx-auto max-w-350 px-6 pt-5.5 pb-10.5 max-sm:px-3.5 max-sm:pt-3.5">
        {banners}
        <Toolbar
          view={view}
          counts={arranged.counts}
          entries={entries}
          onDownload={() => openDialog({ kind: 'download', tasks: readyOf(arranged) })}
          ready={readyOf(arranged).length}
        />
        {arranged.entries.length === 0 ? <Nothing view={view} /> : null}
        <Grid entries={arranged.entries} total={entries.length} view={view} scroller={scroller} />
      </div>
    </Screen>
  );
}

/** The shown tasks that are ready. */
function readyOf({ entries }: Arranged): TrackedTask[] {
  return entries.flatMap(({ standing, tracked }) => (standing === 'ready' ? [tracked] : []));
}
