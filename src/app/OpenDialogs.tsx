import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';

import { closeDialog, dialogs, type DialogKind } from '~/address/dialogs';
import { useViewOf } from '~/address/use-view';

import type { Config } from './config';
import { OpenDialog } from './parts';

/** The dialogs and the menu that are open over the screen. */
export function OpenDialogs({ config, empty }: { config: Config; empty: boolean }) {
  const { open } = useStore(dialogs);
  const kind = useViewOf(({ screen }) => screen.kind);
  const wasEmpty = useRef(empty);
  useEffect(() => {
    // An address may have opened one over the first page.
    if (empty && !wasEmpty.current) closeAll('board', 'screen');
    wasEmpty.current = empty;
  }, [empty]);
  return (
    <>
      {open.map((dialog) => (
        <OpenDialog
          key={dialog.kind}
          dialog={dialog}
          config={config}
          onClose={() => closeDialog(dialog)}
        />
      ))}
      <ClosesOnLeaving key={kind} />
    </>
  );
}

/** What a dialog goes with: nothing, the tasks as a whole, or the screen it was opened on. */
const GOES_WITH: Record<DialogKind, 'nothing' | 'board' | 'screen'> = {
  settings: 'nothing',
  about: 'nothing',
  private: 'nothing',
  lock: 'nothing',
  backup: 'nothing',
  restore: 'nothing',
  bin: 'nothing',
  shortcuts: 'nothing',
  palette: 'screen',
  'change-key': 'nothing',
  keys: 'board',
  notices: 'screen',
  add: 'board',
  share: 'screen',
  shared: 'nothing',
  download: 'board',
  menu: 'screen',
  rename: 'screen',
  'group-menu': 'screen',
  'rename-group': 'screen',
  'merge-group': 'screen',
  tag: 'board',
  move: 'board',
  takes: 'screen',
  send: 'board',
  'use-key': 'board',
  relocate: 'board',
  'more-bulk': 'screen',
  columns: 'screen',
  filter: 'board',
  'board-view': 'screen',
  views: 'screen',
  'edit-views': 'board',
  note: 'screen',
  images: 'screen',
};

function closeAll(...what: readonly (typeof GOES_WITH)[DialogKind][]): void {
  for (const dialog of dialogs.getState().open) {
    if (what.includes(GOES_WITH[dialog.kind])) closeDialog(dialog);
  }
}

/** Draws nothing; there is one for each screen. */
function ClosesOnLeaving() {
  useEffect(() => () => closeAll('screen'), []);
  return null;
}
