import { dialogs, openDialog, type Dialog } from '~/address/dialogs';
import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';

let waiting: readonly Dialog[] = [];

/**
 * Opens what has arrived. While the form for new tasks, or something else that has arrived, is open, it waits until
 * that is closed, so that neither is lost, and says so.
 */
export function openInTurn(dialog: Dialog): void {
  if (waiting.length === 0 && !isTaken()) {
    openDialog(dialog);
    return;
  }
  waiting = [...waiting, dialog];
  if (waiting.length === 1) stop = dialogs.subscribe(next);
  showToast({ text: translate('share.inTurn') });
}

let stop = (): void => {};

function next(): void {
  if (isTaken()) return;
  // One task later the closed one is gone, and the focus is back: one of its kind would go on with its content.
  setTimeout(() => {
    const [first, ...others] = waiting;
    if (!first || isTaken()) return;
    waiting = others;
    if (others.length === 0) stop();
    openDialog(first);
  });
}

function isTaken(): boolean {
  return dialogs.getState().open.some(({ kind }) => kind === 'add' || kind === 'shared');
}
