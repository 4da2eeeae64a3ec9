import { useState } from 'react';

import { useT } from '~/i18n/use-t';
import { hasLock } from '~/prefs/locked';
import { FormDialog } from '~/task-view/form-dialog';
import { Button } from '~/ui/button';
import { Segmented } from '~/ui/segmented';
import { TextField } from '~/ui/text-field';

import { LOCK_MINUTES, lockNow, removeLock, setLock, type LockMinutes } from './lock';

/** Long enough that nobody passing by finds it out, in characters; each try takes half a second. */
const SHORTEST = 8;

/** Hides the screens behind a passphrase when nobody is there. */
export function LockDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [isSet] = useState(hasLock);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [minutes, setMinutes] = useState<LockMinutes>('15');
  const [isBusy, setBusy] = useState(false);
  return (
    <FormDialog
      title={t('private.lockTitle')}
      submit={t(isBusy ? 'backup.working' : 'private.setLock')}
      ready={!isBusy && passphrase.length >= SHORTEST && passphrase === again}
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
        setBusy(true);
        void setLock(passphrase, minutes).then(onClose);
      }}
    >
      <p className="text-ink-2">{t('private.lockText')}</p>
      <TextField
        label={t('backup.passphrase')}
        type="password"
        autoComplete="new-password"
        hint={t('backup.passphraseHint', { n: SHORTEST })}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <TextField
        label={t('backup.again')}
        type="password"
        autoComplete="new-password"
        error={again !== '' && again !== passphrase ? t('backup.differ') : undefined}
        value={again}
        onChange={(event) => setAgain(event.target.value)}
      />
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
