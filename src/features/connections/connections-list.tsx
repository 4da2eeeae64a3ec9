import { useState } from 'react';

import { SAMPLE_BASE, type Connection } from '~/core/connection';
import { useConnections, useEngine } from '~/engine/tasks/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Pill } from '~/ui/pill';

/** Every key this browser knows: masked, where it is kept, and how to change or forget it. */
export function ConnectionsList({ onChange }: { onChange: (connection: Connection) => void }) {
  const t = useT();
  const { connections, needKey } = useConnections((state) => state);
  const own = [...connections.values()].filter(({ base }) => base !== SAMPLE_BASE);
  if (own.length === 0) return <p className="text-ink-2">{t('connections.none')}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {own.map((connection) => (
        <Row
          key={connection.id}
          connection={connection}
          needsKey={needKey.has(connection.id)}
          onChange={() => onChange(connection)}
        />
      ))}
    </ul>
  );
}

function Row({
  connection,
  needsKey,
  onChange,
}: {
  connection: Connection;
  needsKey: boolean;
  onChange: () => void;
}) {
  const t = useT();
  const engine = useEngine();
  const [sure, setSure] = useState(false);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="min-w-0 flex-1 basis-52">
        <p className="truncate font-medium">{connection.base.replace(/^https?:\/\//, '')}</p>
        <p className="text-[12.5px] text-ink-3 tabular-nums">
          {connection.hint} ·{' '}
          {t(connection.keep === 'tab' ? 'connections.inTab' : 'connections.onDevice')}
        </p>
      </div>
      {needsKey ? <Pill tone="bad">{t('connections.needsKey')}</Pill> : null}
      <Button size="sm" onClick={onChange}>
        {t('connections.change')}
      </Button>
      {sure ? (
        <Button size="sm" variant="danger" onClick={() => void engine.forgetKey(connection.id)}>
          {t('connections.reallyForget')}
        </Button>
      ) : (
        <Button size="sm" onClick={() => setSure(true)}>
          {t('connections.forget')}
        </Button>
      )}
    </li>
  );
}
