import { useT } from '~/i18n/use-t';
import { Dialog } from '~/ui/dialog';
import { Icon } from '~/ui/icons';

import { AddForm } from './add-form';
import type { Offer } from './services';

/** The same form over the board; `initialText` is what was pasted on it. */
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
      <p className="mx-1 mt-3.5 flex gap-2 text-[13px] text-ink-3">
        <Icon name="lock" className="mt-0.5" />
        {t('add.keyNote')}
      </p>
    </Dialog>
  );
}
