import { useStore } from 'zustand';

import type { AddNote } from '~/address/dialogs';
import type { AddInto } from '~/core/add-into';
import { useT } from '~/i18n/use-t';
import { Dialog } from '~/ui/dialog';
import { Icon } from '~/ui/icons';

import { AddForm } from './add-form';
import { KeyNote } from './key-note';
import { askAbout, leftOver } from './left-over';
import { needsNoKey, type Offer } from './services';

interface AddTasksDialogProps {
  /** What was pasted onto the board; without it, the form begins with what was left over. */
  text: string;
  /** The group they belong to from the start. */
  into?: AddInto | undefined;
  note?: AddNote | undefined;
  arrived?: boolean | undefined;
  offer: Offer;
  onClose: () => void;
}

/** The add form in a dialog. */
export function AddTasksDialog(props: AddTasksDialogProps) {
  const nth = useStore(leftOver, (state) => state.nth);
  return <OneForm key={nth} {...props} />;
}

function OneForm({ text, into, note, arrived, offer, onClose }: AddTasksDialogProps) {
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
      {note ? (
        <p role="status" className="mb-3 flex gap-2.5 rounded-card bg-run-soft px-3.5 py-3">
          <Icon name="warning" className="mt-0.5 text-run-ink" />
          <span className="min-w-0">{t(NOTES[note])}</span>
        </p>
      ) : null}
      <AddForm
        offer={offer}
        initial={text === '' && rest ? rest : text}
        focusFirst
        into={into}
        arrived={arrived}
        onAdded={(left) => (left ? askAbout(left, into) : close())}
      />
      <KeyNote noKeys={needsNoKey(offer)} />
    </Dialog>
  );
}

const NOTES = {
  keyRemoved: 'share.keyRemoved',
  textLost: 'share.textLost',
} as const satisfies Record<AddNote, string>;
