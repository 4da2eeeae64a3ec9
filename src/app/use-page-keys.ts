import { useEffect, useRef, type RefObject } from 'react';

import { openDialog } from '~/address/dialogs';
import type { actionOf, PageAction } from '~/task-view/keys/key-map';
import { useKeys } from '~/ui/use-keys';

/** The keys that act on every screen with a board's banner. `page` contains the search. */
export function usePageKeys(page: RefObject<HTMLElement | null>): void {
  const press = useRef<typeof actionOf | null>(null);
  useEffect(() => {
    import('~/task-view/keys/key-map').then(
      (loaded) => void (press.current = loaded.actionOf),
      () => {},
    );
  }, []);
  useKeys((event) => {
    const action = press.current?.('page', event);
    if (action === undefined) return false;
    if (!event.repeat) ACTS[action](page.current);
    return true;
  });
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
