import { useEffect, useState } from 'react';

import { openDialog } from '~/address/dialogs';
import { refKey } from '~/core/answer';
import { titleOf } from '~/core/title';
import { emptyBin, readBin, type Removed } from '~/engine/bin';
import { useEngine } from '~/engine/use-engine';
import { formatMoment } from '~/i18n/format';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';

/** So many are listed; all of them can be brought back. */
const LISTED = 200;

/** The cards that were removed in the last weeks, to bring back. */
export function BinDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const [sure, setSure] = useState(false);
  const [removed, setRemoved] = useState<readonly Removed[] | null>(null);
  useEffect(() => void readBin(Date.now()).then(setRemoved), []);
  const restore = async (some: readonly Removed[]): Promise<void> => {
    await engine.restore(some);
    setRemoved(await readBin(Date.now()));
  };
  const empty = async (): Promise<void> => {
    await emptyBin();
    setSure(false);
    setRemoved([]);
  };
  const all = removed ?? [];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('backup.binTitle')}
      closeLabel={t('ui.close')}
      footer={
        all.length > 0 ? (
          <>
            {sure ? (
              <Button variant="danger" onClick={() => void empty()}>
                {t('backup.emptySure', { n: all.length })}
              </Button>
            ) : (
              <Button onClick={() => setSure(true)}>{t('backup.empty', { n: all.length })}</Button>
            )}
            <Button variant="primary" onClick={() => void restore(all)}>
              {t('backup.restoreAll', { n: all.length })}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{t('backup.binText')}</p>
        {removed?.length === 0 ? (
          <>
            <p role="status">{t('backup.binEmpty')}</p>
            <Button className="self-start" onClick={() => openDialog({ kind: 'restore' })}>
              {t('backup.openRead')}
            </Button>
          </>
        ) : null}
        <ul className="flex flex-col gap-2">
          {all.slice(0, LISTED).map((one) => (
            <Line key={refKey(one.task)} removed={one} onRestore={() => void restore([one])} />
          ))}
        </ul>
        {all.length > LISTED ? (
          <p className="text-ink-2">{t('backup.more', { n: all.length - LISTED })}</p>
        ) : null}
      </div>
    </Dialog>
  );
}

function Line({ removed, onRestore }: { removed: Removed; onRestore: () => void }) {
  const t = useT();
  const [now] = useState(Date.now);
  const { task, answer, removedAt } = removed;
  const title = titleOf(task, answer?.task ?? null);
  return (
    <li className="flex items-center gap-3 rounded-control bg-sunken px-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{title}</span>
        <span className="block truncate text-note text-ink-3">
          {[formatMoment(removedAt, now), task.shot, serviceName(task.base)]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
      <Button size="sm" aria-label={t('backup.restoreOne', { title })} onClick={onRestore}>
        {t('backup.restore')}
      </Button>
    </li>
  );
}
