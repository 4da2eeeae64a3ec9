import { useId, useRef, useState, type SyntheticEvent } from 'react';

import type { KeepKey, KeyWanted } from '~/core/connection';
import { canSeal } from '~/engine/storage/can-seal';
import { useConnections, useEngine } from '~/engine/tasks/use-engine';
import { keepChoices } from '~/i18n/keep-choices';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Select } from '~/ui/select';
import { TextField } from '~/ui/text-field';

import { SchemeDialog } from './scheme-dialog';

interface ChangeKeyProps {
  wanted: KeyWanted;
  onClose: () => void;
}

/** Asks for another key, or first how the service wants it. */
export function ChangeKeyDialog({ wanted, onClose }: ChangeKeyProps) {
  const [asks, setAsks] = useState(wanted.asks ?? 'key');
  if (asks === 'key') return <NewKeyDialog wanted={wanted} onClose={onClose} />;
  return (
    <SchemeDialog
      base={wanted.base}
      said={wanted.said ?? null}
      onChangeKey={() => setAsks('key')}
      onClose={onClose}
    />
  );
}

/** Asks for a new key for a service. All cards that waited for one resume by themselves. */
function NewKeyDialog({ wanted, onClose }: ChangeKeyProps) {
  const t = useT();
  const engine = useEngine();
  const form = useId();
  const connection = useConnections(({ connections }) =>
    wanted.connectionId === null ? undefined : connections.get(wanted.connectionId),
  );
  // Uncontrolled: React would write the value, the plain key, into the page's markup.
  const field = useRef<HTMLInputElement>(null);
  const [keep, setKeep] = useState<KeepKey>(connection?.keep ?? 'tab');
  const [missing, setMissing] = useState(false);

  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const apiKey = field.current?.value.trim() ?? '';
    setMissing(apiKey === '');
    if (apiKey === '') return field.current?.focus();
    const { base } = wanted;
    if (connection) void engine.replaceKey(connection.id, apiKey, keep);
    else void engine.add({ base, keys: [apiKey], keep, tasks: [], batch: null });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connections.changeTitle')}
      closeLabel={t('ui.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('connections.use')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="flex flex-col gap-4">
        <TextField
          ref={field}
          type="password"
          label={t('connections.newKey', { service: serviceName(wanted.base) })}
          hint={connection ? t('connections.insteadOf', { key: connection.hint }) : undefined}
          error={missing ? t('connections.missing') : undefined}
        />
        <Select<KeepKey>
          label={t('add.remember')}
          value={keep}
          onChange={setKeep}
          options={keepChoices(t, canSeal())}
        />
      </form>
    </Dialog>
  );
}
