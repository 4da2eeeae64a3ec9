import { useState } from 'react';

import { openDialog } from '~/address/dialogs';
import { SAMPLE_BASE, type Connection } from '~/core/connection';
import { canSeal } from '~/platform/can-seal';
import { useConnections, useEngine } from '~/engine/use-engine';
import { useAuthScheme } from '~/engine/use-auth-scheme';
import { useLookUpPath } from '~/engine/use-look-up-path';
import { keyName } from '~/i18n/key-name';
import { schemeName } from '~/i18n/scheme-choices';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Pill } from '~/ui/pill';

import { LookUpPathDialog } from './look-up-path-dialog';
import { lossName } from './loss-name';
import { SchemeDialog } from './scheme-dialog';

/** All keys in this browser, masked: where each is stored, how to change or delete it, and the look-up path. */
export function ConnectionsList() {
  const t = useT();
  const { connections, needKey } = useConnections((state) => state);
  const [pathOf, setPathOf] = useState<string | null>(null);
  const [schemeOf, setSchemeOf] = useState<string | null>(null);
  const own = [...connections.values()].filter(({ base }) => base !== SAMPLE_BASE);
  if (own.length === 0) {
    return (
      <>
        <p className="text-ink-2">{t('connections.none')}</p>
        <Button className="self-start" onClick={() => openDialog({ kind: 'add', text: '' })}>
          {t('app.addTasks')}
        </Button>
      </>
    );
  }
  return (
    <>
      <ul className="flex flex-col gap-3">
        {own.map((connection, index) => (
          <Row
            key={connection.id}
            connection={connection}
            needsKey={needKey.has(connection.id)}
            advanced={
              // Path and scheme are the service's, so they are shown once. A relay has its own.
              isFirst(connection, own, index)
                ? {
                    changePath: () => setPathOf(connection.base),
                    changeScheme: () => setSchemeOf(connection.base),
                  }
                : null
            }
          />
        ))}
      </ul>
      {pathOf === null ? null : <LookUpPathDialog base={pathOf} onClose={() => setPathOf(null)} />}
      {schemeOf === null ? null : (
        <SchemeDialog base={schemeOf} onClose={() => setSchemeOf(null)} />
      )}
    </>
  );
}

/** Whether it is the first key of its service, and not the team's. */
function isFirst(connection: Connection, own: readonly Connection[], index: number): boolean {
  return (
    connection.kind === 'own' && own.findIndex(({ base }) => base === connection.base) === index
  );
}

const WHERE = { tab: 'connections.inTab', device: 'connections.onDevice' } as const;

function Row({
  connection,
  needsKey,
  advanced,
}: {
  connection: Connection;
  needsKey: boolean;
  /** Null if another row shows them for the same service. */
  advanced: { changePath: () => void; changeScheme: () => void } | null;
}) {
  const t = useT();
  const path = useLookUpPath(connection.base);
  const scheme = useAuthScheme(connection.base);
  const engine = useEngine();
  const [sure, setSure] = useState(false);
  // It is not in this browser, so there is nothing to change or delete.
  const byRelay = connection.kind === 'team';
  const where = t(canSeal() ? WHERE[connection.keep] : 'connections.inMemory');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="min-w-0 flex-1 basis-52">
        <p className="truncate font-medium">{serviceName(connection.base)}</p>
        <p className="text-note text-ink-3 digits">
          {keyName(connection, t)}
          {byRelay ? null : ` · ${where}`}
        </p>
      </div>
      {needsKey ? <Pill tone="bad">{t(lossName(connection))}</Pill> : null}
      <div className="flex flex-wrap gap-2">
        {byRelay ? null : (
          <Button
            size="sm"
            onClick={() =>
              openDialog({
                kind: 'change-key',
                wanted: { base: connection.base, connectionId: connection.id },
              })
            }
          >
            {t('connections.change')}
          </Button>
        )}
        {byRelay ? null : sure ? (
          <Button size="sm" variant="danger" onClick={() => void engine.forgetKey(connection.id)}>
            {t('connections.reallyForget')}
          </Button>
        ) : (
          <Button size="sm" onClick={() => setSure(true)}>
            {t('connections.forget')}
          </Button>
        )}
      </div>
      {advanced === null ? null : (
        // Open where somebody set something: what differs from the usual must not hide.
        <details open={path !== null || scheme !== 'bearer'} className="basis-full">
          <summary className="w-fit cursor-pointer rounded text-note text-ink-2 focus-ring">
            {t('connections.advanced')}
          </summary>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-2">
            {path === null ? null : (
              <p className="min-w-0 flex-1 basis-52 text-note break-all text-ink-3">
                {t('connections.path', { path })}
              </p>
            )}
            {scheme === 'bearer' ? null : (
              <p className="text-note text-ink-3">
                {t('connections.sentAs', { scheme: schemeName(scheme, t) })}
              </p>
            )}
            <Button size="sm" onClick={advanced.changePath}>
              {t('connections.changePath')}
            </Button>
            <Button size="sm" onClick={advanced.changeScheme}>
              {t('connections.changeScheme')}
            </Button>
          </div>
        </details>
      )}
    </li>
  );
}
