import { useRef, useState } from 'react';

import { useView } from '~/address/use-view';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { IconButton } from '~/ui/icon-button';
import { TextField } from '~/ui/text-field';
import { showToast } from '~/ui/toast';
import { useDraft } from '~/ui/use-draft';
import '~/ui/late-icons';

import {
  addressOf,
  changeViews,
  LONGEST_NAME,
  useSavedViews,
  withView,
  type SavedView,
} from './saved-views';

/** Gives the present view a name; renames and deletes those that have one. */
export function ViewsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const address = addressOf(useView());
  const views = useSavedViews();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('find.views')}
      closeLabel={t('ui.close')}
      initialFocus={field}
    >
      <form
        className="flex flex-wrap items-start gap-2 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          const saved = name.trim();
          if (saved === '') return;
          changeViews((before) => withView(before, { name: saved, address }));
          showToast({ text: t('find.viewSaved', { name: saved }) });
          onClose();
        }}
      >
        <TextField
          ref={field}
          label={t('find.viewName')}
          hint={t('find.viewNameHint')}
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className="flex-1 basis-60"
        />
        <Button variant="primary" type="submit" className="mt-6.5 h-9.5">
          {t('find.save')}
        </Button>
      </form>
      {views.length === 0 ? null : (
        <ul className="mt-4 grid gap-1.5 border-t border-line pt-3.5">
          {views.map((view) => (
            <Row key={view.name} view={view} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Row({ view }: { view: SavedView }) {
  const t = useT();
  const { name } = view;
  const { field } = useDraft(name, (text) => {
    if (text.trim() === '') return;
    changeViews((views) =>
      withView(
        views.filter((one) => one.name !== name),
        { ...view, name: text.trim() },
      ),
    );
  });
  const remove = (): void => {
    changeViews((views) => views.filter((one) => one.name !== name));
    showToast({
      text: t('find.viewDeleted', { name }),
      action: {
        label: t('find.undo'),
        run: () => changeViews((views) => withView(views, view)),
      },
    });
  };
  return (
    <li className="flex items-center gap-1.5">
      <input
        {...field}
        aria-label={t('find.nameOf', { name })}
        maxLength={LONGEST_NAME}
        className="h-9 min-w-0 flex-1 rounded-lg border border-transparent bg-transparent px-2 text-ink hover:border-edge focus-ring"
      />
      <IconButton icon="trash" label={t('find.deleteView', { name })} onClick={remove} />
    </li>
  );
}
