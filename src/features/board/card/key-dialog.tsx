import { useId, useState } from 'react';

import type { TrackedTask } from '~/core/tracked';
import { serviceName } from '~/features/board/service-name';
import { useConnections, useEngine } from '~/engine/tasks/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { TextField } from '~/ui/text-field';

/** A new key for the service of a card that waits for one. All cards of that key go on by themselves. */
export function KeyDialog({ tracked, onClose }: { tracked: TrackedTask; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const form = useId();
  const connection = useConnections(({ connections }) =>
    tracked.connectionId === null ? undefined : connections.get(tracked.connectionId),
  );
  const [apiKey, setApiKey] = useState('');
  const [onDevice, setOnDevice] = useState(connection?.keep === 'device');

  const save = async (): Promise<void> => {
    const keep = onDevice ? 'device' : 'tab';
    if (connection) await engine.replaceKey(connection.id, apiKey.trim(), keep);
    else {
      const { base } = tracked;
      await engine.add({ base, keys: [apiKey.trim()], keep, tasks: [], batch: null });
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('card.key.title')}
      closeLabel={t('ui.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={apiKey.trim() === ''}>
            {t('card.key.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
          onClose();
        }}
      >
        <TextField
          type="password"
          label={t('card.key.label', { service: serviceName(tracked.base, t) })}
          hint={connection ? `${connection.hint} · ${t('card.key.hint')}` : t('card.key.hint')}
          autoComplete="off"
          value={apiKey}
          onChange={(event) => setApiKey(event.target.value)}
        />
        <label className="mt-4 flex cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            checked={onDevice}
            onChange={(event) => setOnDevice(event.target.checked)}
            className="size-4 flex-none accent-accent focus-ring"
          />
          {t('card.key.device')}
        </label>
      </form>
    </Dialog>
  );
}
