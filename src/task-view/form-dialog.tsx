import { useId, type ReactNode } from 'react';

import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';

/** A dialog that asks for something: a form, *Cancel*, and a button that says what will be done with it. */
export function FormDialog({
  title,
  submit,
  ready = true,
  extra,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  /** What the button says. */
  submit: string;
  /** There is something to submit. */
  ready?: boolean;
  /** Another way out, before *Cancel*. */
  extra?: ReactNode;
  /** Closes the dialog too, if all is well. */
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useT();
  const form = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={t('ui.close')}
      footer={
        <>
          {extra}
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={!ready}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
