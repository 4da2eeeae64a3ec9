import { useT } from '~/i18n/use-t';
import { Dialog } from '~/ui/dialog';

import { AddForm } from './add-form';
import { KeyNote } from './key-note';
import { needsNoKey, type Offer } from './services';

/** The add form in a dialog; `initialText` is what was pasted onto the board. */
export function AddTasksDialog({
  open,
  initialText,
  offer,
  onClose,
}: {
  open: boolean;
  initialText: string;
  offer: Offer;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('add.dialogTitle')}
      closeLabel={t('ui.close')}
      size="lg"
    >
      <AddForm offer={offer} initialText={initialText} focusFirst onAdded={onClose} />
      <KeyNote noKeys={needsNoKey(offer)} />
    </Dialog>
  );
}
