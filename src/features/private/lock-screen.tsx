import { useEffect, useRef, useState } from 'react';

import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { keepFocusNear } from '~/task-view/focus-near';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/text-field';

import { forgetEverything } from './forget-everything';
import { followLock, unlock } from './lock';

/** In place of all screens, until the passphrase is typed. Look-ups go on behind it. */
export function LockScreen() {
  const t = useT();
  const engine = useEngine();
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'waiting' | 'busy' | 'wrong'>('waiting');
  const [forgot, setForgot] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(keepFocusNear, []);
  useEffect(() => {
    followLock();
    // It is all there is on the screen.
    field.current?.focus();
  }, []);
  const open = async (): Promise<void> => {
    setState('busy');
    if (!(await unlock(passphrase))) setState('wrong');
  };
  return (
    <main className="mx-auto flex min-h-dvh max-w-110 flex-col justify-center gap-5 px-6 py-10">
      <h1 className="text-large font-semibold">{t('private.locked')}</h1>
      <p className="text-ink-2">{t('private.lockedText')}</p>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <TextField
          label={t('backup.passphrase')}
          type="password"
          autoComplete="current-password"
          ref={field}
          error={state === 'wrong' ? t('private.wrong') : undefined}
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.target.value);
            setState('waiting');
          }}
        />
        <Button variant="primary" type="submit" disabled={passphrase === '' || state === 'busy'}>
          {t(state === 'busy' ? 'backup.working' : 'private.unlock')}
        </Button>
      </form>
      {forgot ? (
        <div role="alert" className="flex flex-col items-start gap-3 border-t border-line pt-4">
          <p>{t(isLeft ? 'private.left' : 'private.forgotText')}</p>
          <Button
            variant="danger"
            onClick={() => void forgetEverything(engine).then((isAll) => setLeft(!isAll))}
          >
            {t('private.yes')}
          </Button>
        </div>
      ) : (
        <Button className="self-start" onClick={() => setForgot(true)}>
          {t('private.forgot')}
        </Button>
      )}
    </main>
  );
}
