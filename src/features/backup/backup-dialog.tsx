import { useState } from 'react';

import { SAMPLE_BASE } from '~/core/connection';
import { isoDay } from '~/core/iso-day';
import { isKeyless } from '~/engine/board-file/board-file';
import { useEngine, useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { canSeal } from '~/platform/can-seal';
import { FormDialog } from '~/task-view/form-dialog';
import { PassphraseFields } from '~/task-view/passphrase-fields';
import { Checkbox } from '~/ui/checkbox';
import { saveBlob } from '~/ui/download';

import { makeBackup } from './make-backup';
import type { BackupViews } from './views';

/** The shortest passphrase that is worth its name, in characters. */
const SHORTEST = 12;

/** Saves everything this browser knows as a file; the keys only under a passphrase. */
export function BackupDialog({ views, onClose }: { views: BackupViews; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const [withKeys, setWithKeys] = useState(false);
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const now = Date.now();
    const text = await makeBackup(engine, views.all(), withKeys ? passphrase : null, now);
    saveBlob(
      new Blob([text], { type: 'application/json' }),
      `${t('backup.fileName')} ${isoDay(now)}.json`,
    );
    onClose();
  };
  return (
    <FormDialog
      title={t('backup.saveTitle')}
      submit={t(isBusy ? 'backup.working' : 'backup.save')}
      ready={!isBusy && (!withKeys || passphrase !== null)}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <p className="text-ink-2">{t('backup.saveText')}</p>
      <LeftOut />
      {canSeal() ? (
        <label className="flex cursor-pointer items-start gap-2.5">
          <Checkbox
            label={t('backup.withKeys')}
            checked={withKeys}
            onClick={() => setWithKeys(!withKeys)}
          />
          <span aria-hidden="true">{t('backup.withKeys')}</span>
        </label>
      ) : null}
      {withKeys ? <PassphraseFields shortest={SHORTEST} onChange={setPassphrase} /> : null}
    </FormDialog>
  );
}

/** The tasks that the file will not hold, and why. */
function LeftOut() {
  const t = useT();
  const tasks = useTracked((state) => state.tasks);
  const all = [...tasks.values()];
  const sample = all.filter(({ base }) => base === SAMPLE_BASE).length;
  const keyLike = all.filter((task) => !isKeyless(task)).length;
  return (
    <>
      {sample > 0 ? <p className="text-ink-2">{t('share.lessSample', { n: sample })}</p> : null}
      {keyLike > 0 ? <p className="text-ink-2">{t('share.lessKey', { n: keyLike })}</p> : null}
    </>
  );
}
