import { useStore } from 'zustand';

import { useT } from '~/i18n/use-t';
import { Dialog } from '~/ui/dialog';

import { AddForm } from './add-form';
import { KeyNote } from './key-note';
import { askAbout, leftOver } from './left-over';
import { needsNoKey, type Offer } from './services';

interface AddTasksDialogProps {
  /** What was pasted onto the board; without it, the form begins with what was left over. */
  text: string;
  offer: Offer;
  onClose: () => void;
}

/** The add form in a dialog. */
export function AddTasksDialog(props: AddTasksDialogProps) {
  const nth = useStore(leftOver, (state) => state.nth);
  return <OneForm key={nth} {...props} />;
}

function OneForm({ text, offer, onClose }: AddTasksDialogProps) {
  const t = useT();
  const rest = useStore(leftOver, (state) => state.rest);
  const close = (): void => {
    askAbout(null);
    onClose();
  };
  return (
    <Dialog open onClose={close} title={t('add.dialogTitle')} closeLabel={t('ui.close')} size="lg">
      <AddForm
        offer={offer}
        initial={text === '' && rest ? rest : text}
        focusFirst
        onAdded={(left) => (left ? askAbout(left) : close())}
      />
      <KeyNote noKeys={needsNoKey(offer)} />
    </Dialog>
  );
}
