import { createStore } from 'zustand/vanilla';

import { openDialog } from '~/address/dialogs';
import type { AddInto } from '~/core/add-into';

import type { DraftText } from './draft-text';

/** What is still open of a text whose other tasks were added; each one makes a new form. */
export const leftOver = createStore<{ rest: DraftText | null; nth: number }>(() => ({
  rest: null,
  nth: 0,
}));

/** Asks in the dialog about what is still open, if anything. */
export function askAbout(rest: DraftText | null, into?: AddInto): void {
  leftOver.setState(({ nth }) => ({ rest, nth: rest ? nth + 1 : nth }));
  if (rest) openDialog({ kind: 'add', text: '', into });
}
