import { useRef, useState } from 'react';

import { readBackup, type Backup } from '~/engine/board-file/backup';
import { LONGEST_FILE, type FileRefusal } from '~/engine/board-file/read-board-file';
import { openKeys } from '~/engine/board-file/sealed-keys';
import { useEngine } from '~/engine/use-engine';
import { formatList } from '~/i18n/format-list';
import { formatMoment } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import type { MessageKey } from '~/i18n/message-key';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/text-field';
import { showToast } from '~/ui/toast';

import { putBack } from './put-back';
import type { BackupViews } from './views';

const REFUSALS = {
  other: 'backup.refused.other',
  newer: 'backup.refused.newer',
  'too-large': 'backup.refused.tooLarge',
} as const satisfies Record<FileRefusal, MessageKey>;

type Chosen =
  | { kind: 'none' | 'not-read' }
  | { kind: 'refused'; why: FileRefusal }
  | { kind: 'not-offered'; bases: readonly string[] }
  | { kind: 'backup'; backup: Backup; leftOut: number };

/** Shows what a backup holds before it is merged with the board. */
export function RestoreDialog({
  views,
  isOffered,
  onClose,
}: {
  views: BackupViews;
  /** Whether the page's host lets people use this service. */
  isOffered: (base: string) => boolean;
  onClose: () => void;
}) {
  const t = useT();
  const engine = useEngine();
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>({ kind: 'none' });
  const [passphrase, setPassphrase] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const read = async (file: File): Promise<void> => {
    setWrong(false);
    setChosen(await readFile(file, isOffered));
  };
  const merge = async ({ backup }: Extract<Chosen, { kind: 'backup' }>): Promise<void> => {
    setBusy(true);
    try {
      const { keys } = backup;
      const opened = keys && passphrase !== '' ? await openKeys(keys, passphrase) : [];
      if (opened === null) return setWrong(true);
      const mayKeep = opened.filter(({ base }) => isOffered(base));
      const { added, changed, undo } = await putBack(engine, backup, mayKeep);
      views.merge(backup.views);
      onClose();
      const text = t(mergedWords(added, changed), { n: added, changed });
      const action = { label: t('board.undo'), run: undo };
      showToast(added + changed > 0 ? { text, action } : { text });
    } finally {
      setBusy(false);
    }
  };
  const wrong = wrongWords(chosen, t);
  return (
    <FormDialog
      title={t('backup.readTitle')}
      submit={t(isBusy ? 'backup.working' : 'backup.merge')}
      ready={chosen.kind === 'backup' && !isBusy}
      onClose={onClose}
      onSubmit={() => chosen.kind === 'backup' && void merge(chosen)}
    >
      <p className="text-ink-2">{t('backup.readText')}</p>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label={t('backup.choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void read(file);
        }}
      />
      <Button className="self-start" onClick={() => picker.current?.click()}>
        {t('backup.choose')}
      </Button>
      {wrong === null ? null : (
        <p role="alert" className="text-bad-ink">
          {wrong}
        </p>
      )}
      {chosen.kind === 'backup' ? (
        <>
          <Holds backup={chosen.backup} leftOut={chosen.leftOut} />
          {chosen.backup.keys ? (
            <TextField
              label={t('backup.itsPassphrase')}
              type="password"
              autoComplete="current-password"
              hint={t('backup.itsPassphraseHint')}
              error={isWrong ? t('backup.wrong') : undefined}
              value={passphrase}
              onChange={(event) => {
                setPassphrase(event.target.value);
                setWrong(false);
              }}
            />
          ) : null}
        </>
      ) : null}
    </FormDialog>
  );
}

/** Total: what cannot be read is said, and nothing of it is used. */
async function readFile(file: File, isOffered: (base: string) => boolean): Promise<Chosen> {
  if (file.size > LONGEST_FILE) return { kind: 'refused', why: 'too-large' };
  const text = await file.text().catch(() => null);
  if (text === null) return { kind: 'not-read' };
  const found = readBackup(text, Date.now());
  if ('refused' in found) return { kind: 'refused', why: found.refused };
  const bases = new Set(found.backup.file.tasks.map(({ base }) => base));
  const others = [...bases].filter((base) => !isOffered(base));
  return others.length > 0 ? { kind: 'not-offered', bases: others } : { kind: 'backup', ...found };
}

function mergedWords(added: number, changed: number) {
  if (added + changed === 0) return 'backup.nothingNew';
  return added > 0 && changed > 0 ? 'backup.mergedBoth' : 'backup.merged';
}

function wrongWords(chosen: Chosen, t: Translate): string | null {
  if (chosen.kind === 'refused') return t(REFUSALS[chosen.why]);
  if (chosen.kind === 'not-read') return t('backup.notRead');
  if (chosen.kind !== 'not-offered') return null;
  return t('backup.notOffered', { services: formatList(chosen.bases.map(serviceName)) });
}

function Holds({ backup: { file }, leftOut }: { backup: Backup; leftOut: number }) {
  const t = useT();
  const [now] = useState(Date.now);
  const services = [...new Set(file.tasks.map(({ base }) => serviceName(base)))];
  const words = t('backup.holds', {
    n: file.tasks.length,
    when: formatMoment(file.madeAt, now),
  });
  return (
    <div role="status" className="rounded-control bg-sunken px-3 py-2.5">
      <p>{words}</p>
      <p className="text-small wrap-anywhere text-ink-2">{formatList(services)}</p>
      {leftOut > 0 ? (
        <p className="text-small text-ink-2">{t('backup.leftOut', { n: leftOut })}</p>
      ) : null}
    </div>
  );
}
