import { useState } from 'react';

import type { AuthScheme } from '~/core/auth-scheme';
import { useAuthScheme } from '~/engine/use-auth-scheme';
import { useEngine } from '~/engine/use-engine';
import { schemeChoices } from '~/i18n/scheme-choices';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
import { Button } from '~/ui/button';
import { Select } from '~/ui/select';

interface SchemeDialogProps {
  base: string;
  /** What the service said about the key. */
  said?: string | null;
  /** The key itself may be the wrong one. */
  onChangeKey?: () => void;
  onClose: () => void;
}

/** Chooses how a service is sent its key. Cards whose look-ups failed are looked up again at once. */
export function SchemeDialog({ base, said = null, onChangeKey, onClose }: SchemeDialogProps) {
  const t = useT();
  const engine = useEngine();
  const [scheme, setScheme] = useState(useAuthScheme(base));
  const save = (): void => {
    engine.setScheme(base, scheme);
    onClose();
  };
  return (
    <FormDialog
      title={t('connections.scheme')}
      submit={t('connections.schemeSave')}
      extra={
        onChangeKey ? (
          <Button className="sm:me-auto" onClick={onChangeKey}>
            {t('connections.change')}
          </Button>
        ) : null
      }
      onSubmit={save}
      onClose={onClose}
    >
      {said === null ? null : (
        <p className="text-ink-2">
          <q className="break-words">{said}</q>
        </p>
      )}
      <Select<AuthScheme>
        label={t('connections.schemeOf', { service: serviceName(base) })}
        value={scheme}
        onChange={setScheme}
        options={schemeChoices(t)}
        hint={t(scheme === 'signed-pair' ? 'connections.pairHint' : 'connections.schemeHint')}
      />
    </FormDialog>
  );
}
