import { useState } from 'react';

import { openDialog } from '~/address/dialogs';
import { useConnections, useEngine } from '~/engine/use-engine';
import { keyName } from '~/i18n/key-name';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
import { Button } from '~/ui/button';
import { Select } from '~/ui/select';

import { moveElsewhere } from './move-elsewhere';

/** Looks tasks of one service up with another of its keys: one that is stored, or a new one. */
export function UseKeyDialog({
  base,
  keys,
  onClose,
}: {
  base: string;
  keys: readonly string[];
  onClose: () => void;
}) {
  const t = useT();
  const engine = useEngine();
  const { connections, needKey } = useConnections((state) => state);
  const usable = [...connections.values()].filter(
    (connection) => connection.base === base && !needKey.has(connection.id),
  );
  const [chosen, setChosen] = useState(usable[0]?.id ?? '');
  const use = (connectionId: string): void =>
    void moveElsewhere(engine, keys, { base, connectionId }, (n) => t('select.keyChanged', { n }));
  return (
    <FormDialog
      title={t('select.keyTitle', { n: keys.length })}
      submit={t('select.keyUse')}
      ready={usable.length > 0}
      extra={
        <Button
          className="sm:me-auto"
          onClick={() => {
            onClose();
            openDialog({ kind: 'change-key', wanted: { base, connectionId: null }, onKey: use });
          }}
        >
          {t('select.keyNew')}
        </Button>
      }
      onSubmit={() => {
        use(chosen);
        onClose();
      }}
      onClose={onClose}
    >
      <Select
        label={t('select.keyOf', { service: serviceName(base) })}
        value={chosen}
        onChange={setChosen}
        options={usable.map((one) => ({ value: one.id, label: keyName(one, t) }))}
      />
    </FormDialog>
  );
}
