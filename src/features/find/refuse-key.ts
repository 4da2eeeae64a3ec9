import { openDialog } from '~/address/dialogs';
import { translate } from '~/i18n/i18n';
import { holdsKey } from '~/task-view/key-in-text';
import { showToast } from '~/ui/toast';

/** Whether a text may not be searched for. Nothing is lost: the form for new tasks takes it, and hides keys. */
export function refusesKey(text: string): boolean {
  if (!holdsKey(text)) return false;
  showToast({
    text: translate('board.keyInSearch'),
    action: { label: translate('app.addTasks'), run: () => openDialog({ kind: 'add', text }) },
  });
  return true;
}
