import { useRef, useState } from 'react';

import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';
import { readLookUpPath } from '~/engine/gateway/address-template';
import { useEngine } from '~/engine/use-engine';
import { useLookUpPath } from '~/engine/use-look-up-path';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/text-field';

/** Sets a service's look-up path. Cards for which there was no such route are looked up again at once. */
export function LookUpPathDialog({ base, onClose }: { base: string; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const field = useRef<HTMLInputElement>(null);
  const known = useLookUpPath(base);
  const [text, setText] = useState(known ?? '');
  const [wrong, setWrong] = useState(false);

  const choose = (path: string): void => {
    engine.setLookUpPath(base, path);
    onClose();
  };
  const save = (): void => {
    const path = readLookUpPath(text);
    setWrong(path === null);
    if (path === null) field.current?.focus();
    else choose(path);
  };
  return (
    <FormDialog
      title={t('connections.pathTitle')}
      submit={t('connections.pathSave')}
      extra={
        <Button className="sm:me-auto" onClick={() => choose(DEFAULT_LOOK_UP_PATH)}>
          {t('connections.pathUsual')}
        </Button>
      }
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        ref={field}
        label={t('connections.pathOf', { service: serviceName(base) })}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={DEFAULT_LOOK_UP_PATH}
        inputMode="url"
        autoCapitalize="off"
        hint={t('connections.pathHint')}
        error={wrong ? t('connections.pathWrong') : undefined}
      />
    </FormDialog>
  );
}
