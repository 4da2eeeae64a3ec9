import { useState } from 'react';

import { useT } from '~/i18n/use-t';
import { hasLock } from '~/prefs/locked';
import { FormDialog } from '~/task-view/form-dialog';
import { PassphraseFields } from '~/task-view/passphrase-fields';
import { Button } from '~/ui/button';
import { Segmented } from '~/ui/segmented';
import { showToast } from '~/ui/toast';

import { LOCK_MINUTES, lockNow, removeLock, setLock, type LockMinutes } from './lock';

/** Long enough that nobody passing by finds it out, in characters; each try takes half a second. */
const SHORTEST = 8;

/** Hides the screens behind a passphrase when nobody is there. */
export function LockDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [isSet] = useState(hasLock);
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [minutes, setMinutes] = useState<LockMinutes>('15');
  const [isBusy, setBusy] = useState(false);
  return (
    <FormDialog
      title={t('private.lockTitle')}
      submit={t(isBusy ? 'backup.working' : 'private.setLock')}
      ready={!isBusy && passphrase !== null}
      extra={
        isSet ? (
          <>
            <Button
              onClick={() => {
                onClose();
                lockNow();
              }}
            >
              {t('private.lockNow')}
            </Button>
            <Button
              onClick={() => {
                removeLock();
                onClose();
              }}
            >
              {t('private.removeLock')}
            </Button>
          </>
        ) : null
      }
      onClose={onClose}
      onSubmit={() => {
        if (passphrase === null) return;
        setBusy(true);
        void setLock(passphrase, minutes).then(() => {
          onClose();
          // Nothing else shows that there is a lock before it closes for the first time.
          showToast({ text: t('private.lockSet', { n: Number(minutes) }) });
        });
      }}
    >
      <p className="text-ink-2">{t('private.lockText')}</p>
      <PassphraseFields shortest={SHORTEST} onChange={setPassphrase} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span aria-hidden="true">{t('private.after')}</span>
        <Segmented
          label={t('private.after')}
          value={minutes}
          onChange={setMinutes}
          options={LOCK_MINUTES.map((value) => ({
            value,
            label: t('private.minutes', { n: Number(value) }),
          }))}
        />
      </div>
    </FormDialog>
  );
}
