import { useStore } from 'zustand';

import type { AddInto } from '~/core/add-into';
import { useT } from '~/i18n/use-t';
import { Dialog } from '~/ui/dialog';

import { AddForm } from './add-form';
import { KeyNote } from './key-note';
import { askAbout, leftOver } from './left-over';
import { needsNoKey, type Offer } from './services';

interface AddTasksDialogProps {
  /** What was pasted onto the board; without it, the form begins with what was left over. */
  text: string;
  /** The group they belong to from the start. */
  into?: AddInto | undefined;
  offer: Offer;
  onClose: () => void;
}

/** The add form in a dialog. */
export function AddTasksDialog(props: AddTasksDialogProps) {
  const nth = useStore(leftOver, (state) => state.nth);
  return <OneForm key={nth} {...props} />;
}

function OneForm({ text, into, offer, onClose }: AddTasksDialogProps) {
  const t = useT();
  const rest = useStore(leftOver, (state) => state.rest);
  const close = (): void => {
    askAbout(null);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={close}
      title={into ? t('groups.addTo', { name: into.name }) : t('add.dialogTitle')}
      closeLabel={t('ui.close')}
      size="lg"
    >
      <AddForm
        offer={offer}
        initial={text === '' && rest ? rest : text}
        focusFirst
        into={into}
        onAdded={(left) => (left ? askAbout(left, into) : close())}
      />
      <KeyNote noKeys={needsNoKey(offer)} />
    </Dialog>
  );
}
