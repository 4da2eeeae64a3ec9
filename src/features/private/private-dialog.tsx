import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';

import { openDialog } from '~/address/dialogs';
import { SAMPLE_BASE } from '~/core/connection';
import { readBin } from '~/engine/bin';
import { useConnections, useEngine, useTracked } from '~/engine/use-engine';
import { useMedia } from '~/engine/use-media';
import { useT } from '~/i18n/use-t';
import { canSeal } from '~/platform/can-seal';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';

import { forgetEverything } from './forget-everything';

/** What is kept where, for how long, and how to be rid of it. `children` is the list of keys. */
export function PrivateDialog({
  forget = false,
  onClose,
  children,
}: {
  /** Asks at once whether to forget everything. */
  forget?: boolean | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useT();
  const tasks = useTracked((state) => state.tasks.size);
  const connections = useConnections((state) => state.connections);
  const keys = [...connections.values()].filter(
    ({ kind, base }) => kind === 'own' && base !== SAMPLE_BASE,
  );
  const kept = useStore(useMedia().keeping.state, (state) => state.kept.size);
  const [removed, setRemoved] = useState(0);
  useEffect(() => void readBin(Date.now()).then((bin) => setRemoved(bin.length)), []);
  const onDevice = keys.filter(({ keep }) => keep === 'device').length;
  return (
    <Dialog open onClose={onClose} title={t('private.title')} closeLabel={t('ui.close')}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">
          {t('private.text')} {t('private.window')}
        </p>
        <dl className="flex flex-col gap-3">
          <Part name={t('private.tab', { n: keys.length - onDevice })}>
            {t(canSeal() ? 'private.tabText' : 'private.memoryText')}
          </Part>
          <Part name={t('private.device', { n: onDevice })}>{t('private.deviceText')}</Part>
          <Part name={t('private.tasks', { n: tasks })}>{t('private.tasksText')}</Part>
          <Part name={t('private.removed', { n: removed })}>
            {t('private.removedText')}{' '}
            <Button size="sm" onClick={() => openDialog({ kind: 'bin' })}>
              {t('backup.openBin')}
            </Button>
          </Part>
          <Part name={t('private.videos', { n: kept })}>{t('private.videosText')}</Part>
          <Part name={t('private.page')}>{t('private.pageText')}</Part>
        </dl>
        <section className="flex flex-col gap-3 border-t border-line pt-4">
          <h3 className="text-note font-semibold text-ink-3">{t('settings.keys')}</h3>
          {children}
        </section>
        {canSeal() ? (
          <Button className="self-start" onClick={() => openDialog({ kind: 'lock' })}>
            {t('private.lock')}
          </Button>
        ) : null}
        <ForgetEverything tasks={tasks} keys={keys.length} asked={forget} />
      </div>
    </Dialog>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium">{name}</dt>
      <dd className="text-small text-ink-2">{children}</dd>
    </div>
  );
}

function ForgetEverything({ tasks, keys, asked }: { tasks: number; keys: number; asked: boolean }) {
  const t = useT();
  const engine = useEngine();
  const [sure, setSure] = useState(asked);
  const [isLeft, setLeft] = useState(false);
  const section = useRef<HTMLElement>(null);
  const answered = useRef(false);
  // The button that was pressed is gone, and what is asked may be out of sight.
  useEffect(() => {
    if (answered.current === sure) return;
    answered.current = sure;
    section.current?.scrollIntoView({ block: 'nearest' });
    section.current?.querySelector<HTMLElement>('[data-safe]')?.focus({ preventScroll: true });
  }, [sure]);
  return (
    <section ref={section} className="flex flex-col gap-3 border-t border-line pt-4">
      {sure ? (
        <>
          <p role="alert">{isLeft ? t('private.left') : t('private.sure', { tasks, keys })}</p>
          <div className="flex flex-wrap gap-2">
            <Button
              variant="danger"
              onClick={() => void forgetEverything(engine).then((isAll) => setLeft(!isAll))}
            >
              {t('private.yes')}
            </Button>
            <Button onClick={() => openDialog({ kind: 'backup' })}>{t('backup.open')}</Button>
            <Button data-safe="" onClick={() => setSure(false)}>
              {t('ui.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <Button data-safe="" className="self-start" onClick={() => setSure(true)}>
          {t('private.forget')}
        </Button>
      )}
    </section>
  );
}
