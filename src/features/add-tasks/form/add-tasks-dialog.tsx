import { useT } from '~/i18n/use-t';
import { Dialog } from '~/ui/dialog';

import { AddForm } from './add-form';
import { KeyNote } from './key-note';
import type { DraftText } from './draft-text';
import { needsNoKey, type Offer } from './services';

/** The add form in a dialog; `initial` is what was pasted onto the board. */
export function AddTasksDialog({
  open,
  initial,
  offer,
  onAdded,
  onClose,
}: {
  open: boolean;
  initial: string | DraftText;
  offer: Offer;
  /** Called with what is still open of the text, if anything. */
  onAdded: (rest: DraftText | null) => void;
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
      <AddForm offer={offer} initial={initial} focusFirst onAdded={onAdded} />
      <KeyNote noKeys={needsNoKey(offer)} />
    </Dialog>
  );
}
