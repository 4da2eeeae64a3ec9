import { useState } from 'react';

import { useT } from '~/i18n/use-t';
import { TextField } from '~/ui/text-field';

/**
 * A new passphrase, typed twice.
 * @param shortest in characters
 * @param onChange is told the passphrase once it is long enough and the same in both fields, and null until then
 */
export function PassphraseFields({
  shortest,
  onChange,
}: {
  shortest: number;
  onChange: (passphrase: string | null) => void;
}) {
  const t = useT();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const change = (one: string, other: string): void => {
    setFirst(one);
    setAgain(other);
    onChange(one === other && one.length >= shortest ? one : null);
  };
  return (
    <>
      <TextField
        label={t('backup.passphrase')}
        type="password"
        autoComplete="new-password"
        hint={t('backup.passphraseHint', { n: shortest })}
        value={first}
        onChange={(event) => change(event.target.value, again)}
      />
      <TextField
        label={t('backup.again')}
        type="password"
        autoComplete="new-password"
        error={again !== '' && again !== first ? t('backup.differ') : undefined}
        value={again}
        onChange={(event) => change(first, event.target.value)}
      />
    </>
  );
}
