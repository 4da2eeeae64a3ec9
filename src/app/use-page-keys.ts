import type { RefObject } from 'react';

import { openDialog } from '~/address/dialogs';
import type { PageAction } from '~/task-view/keys/key-map';
import { isMod, useLateKeys } from '~/ui/use-keys';

/** The keys that act on every screen with a board's banner. `page` contains the search. */
export function usePageKeys(page: RefObject<HTMLElement | null>): void {
  useLateKeys(
    () => import('~/task-view/keys/key-map'),
    ({ actionOf }, event) => {
      const action = actionOf('page', event);
      if (action === undefined) return false;
      if (!event.repeat) ACTS[action](page.current);
      return true;
    },
    (event) => event.key === '/' || isMod('k', event),
  );
}

const ACTS: Readonly<Record<PageAction, (page: HTMLElement | null) => void>> = {
  search(page) {
    const field = page?.querySelector<HTMLInputElement>('input[type="search"]');
    field?.focus();
    field?.select();
  },
  addTasks: () => openDialog({ kind: 'add', text: '' }),
  palette: () => openDialog({ kind: 'palette' }),
  shortcuts: () => openDialog({ kind: 'shortcuts' }),
};
