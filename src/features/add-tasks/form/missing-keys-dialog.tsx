import { useState } from 'react';

import type { KeepKey } from '~/core/connection';
import { maskKey } from '~/core/mask';
import { useConnections, useEngine } from '~/engine/use-engine';
import type { DoubtfulKey } from '~/features/add-tasks/pairing/missing-keys';
import { formatList } from '~/i18n/format-list';
import { keepChoices } from '~/i18n/keep-choices';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { canSeal } from '~/platform/can-seal';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Icon } from '~/ui/icons';
import { Pill } from '~/ui/pill';
import { Select } from '~/ui/select';
import '~/ui/late-icons';

import { PasteBox } from './paste-box';
import { useMissingKeys, type MissingKeys, type MissingRow } from './use-missing-keys';

/**
 * Takes all missing keys from one text, such as yesterday's message. What goes where is shown first, masked; a key of
 * which the text does not say whose it is goes where the person says, or nowhere.
 */
export function MissingKeysDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const keys = useMissingKeys();
  const { draft, rows, doubts, elsewhere } = keys;
  const kept = useConnections(({ connections }) => connections.get(rows[0]?.id ?? '')?.keep);
  const [keep, setKeep] = useState<KeepKey>(kept ?? 'tab');
  const found = rows.flatMap(({ id, secret }) => (secret ? [{ id, secret }] : []));
  // What was typed last is not read yet.
  const isReady = found.length > 0 && draft.unread === null;
  const use = (): void => {
    if (!isReady) return;
    for (const { id, secret } of found)
      void engine.replaceKey(id, secret.apiKey, keep, secret.scheme);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connections.keysTitle', { n: rows.length })}
      closeLabel={t('ui.close')}
      held={draft.text !== ''}
      footer={
        <>
          <Select<KeepKey>
            inside
            label={t('add.remember')}
            value={keep}
            onChange={setKeep}
            options={keepChoices(t, canSeal())}
            className="me-auto"
          />
          <Button variant="primary" disabled={!isReady} onClick={use}>
            {t('connections.useKeys', { n: found.length })}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-2">{t('connections.keysText')}</p>
      <div className="rounded-panel border border-line bg-bg">
        <PasteBox
          draft={draft}
          label={t('connections.keysBox')}
          placeholder={t('connections.keysBox')}
          onSubmit={use}
          focusFirst
        />
      </div>
      <ul className="mt-2">
        {rows.map((row) => (
          <Row key={row.id} row={row} keys={keys} isRead={draft.text.trim() !== ''} />
        ))}
      </ul>
      {doubts.map((doubt) => (
        <Doubt key={doubt.secret.apiKey} doubt={doubt} keys={keys} />
      ))}
      {elsewhere.length === 0 ? null : (
        <p className="mt-3 text-note text-ink-2">
          {t('connections.keyElsewhere', { services: formatList(elsewhere.map(serviceName)) })}
        </p>
      )}
    </Dialog>
  );
}

function Row({ row, keys, isRead }: { row: MissingRow; keys: MissingKeys; isRead: boolean }) {
  const t = useT();
  const { base, hint, tasks, secret } = row;
  const isSame = secret !== null && maskKey(secret.apiKey) === hint;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5">
      <p className="min-w-0 flex-1 basis-48">
        <b className="block truncate">{serviceName(base)}</b>
        <span className="text-note text-ink-2 digits">
          {t('connections.keyBefore', { n: tasks, key: hint })}
        </span>
      </p>
      {secret ? (
        <Pill tone={isSame ? 'ok' : 'run'}>
          {t(isSame ? 'connections.keySame' : 'connections.keyNew', { key: keys.maskOf(secret) })}
        </Pill>
      ) : isRead ? (
        <span className="text-ink-2">{t('connections.keyNone')}</span>
      ) : null}
    </li>
  );
}

const NOWHERE = '';

function Doubt({ doubt, keys }: { doubt: DoubtfulKey; keys: MissingKeys }) {
  const t = useT();
  const nameOf = (id: string): string => {
    const row = keys.rows.find((one) => one.id === id);
    return row ? `${serviceName(row.base)} · ${row.hint}` : '';
  };
  return (
    <div className="mt-3 flex gap-2.5 rounded-card bg-run-soft px-3.5 py-3">
      <Icon name="question" className="mt-0.5 text-run-ink" />
      <div className="min-w-0 flex-1">
        <Select
          label={t('connections.keyWhose', { key: keys.maskOf(doubt.secret) })}
          hint={t('connections.keyUnsaid')}
          value={keys.answerTo(doubt) ?? NOWHERE}
          onChange={(id) => keys.answer(doubt, id === NOWHERE ? null : id)}
          options={[
            { value: NOWHERE, label: t('connections.keyLeave') },
            ...doubt.candidates.map((id) => ({ value: id, label: nameOf(id) })),
          ]}
        />
      </div>
    </div>
  );
}
