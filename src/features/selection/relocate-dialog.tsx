import { useRef, useState } from 'react';

import { openDialog } from '~/address/dialogs';
import { BY_RELAY, SAMPLE_BASE } from '~/core/connection';
import { readAddress } from '~/engine/gateway/address-template';
import { useConnections, useEngine } from '~/engine/use-engine';
import { formatList } from '~/i18n/format-list';
import { keyName } from '~/i18n/key-name';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
import { Select } from '~/ui/select';
import { TextField } from '~/ui/text-field';

import { moveElsewhere } from './move-elsewhere';

/** What the page's host offers. */
interface Offer {
  services: readonly { base: string; teamKey?: boolean }[];
  otherAddresses: boolean;
}

/** The choice *Other…*, where an address is typed. No base address is empty. */
const OTHER = '';

/**
 * Looks tasks up at another service, for those that were added to the wrong one. Their key stays where it was: the new
 * service's own is used, or asked for.
 */
export function RelocateDialog({
  keys,
  offer,
  onClose,
}: {
  keys: readonly string[];
  offer: Offer;
  onClose: () => void;
}) {
  const t = useT();
  const engine = useEngine();
  const { connections, needKey } = useConnections((state) => state);
  const [bases] = useState(() => basesFor(keys, offer, [...connections.values()]));
  const [chosen, setChosen] = useState(bases[0] ?? OTHER);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const address = chosen === OTHER ? readAddress(typed) : { base: chosen, path: null };
  const base = address?.base ?? null;
  const ofService = [...connections.values()].filter((connection) => connection.base === base);
  const usable = ofService.filter(({ id }) => !needKey.has(id));
  const byTeam = offer.services.some((one) => one.base === base && one.teamKey === true);

  const move = async (where: string, path: string | null): Promise<void> => {
    if (path !== null) engine.setLookUpPath(where, path);
    if (byTeam && ofService.length === 0) await addTeamKey(engine.add, where);
    const service = serviceName(where);
    await moveElsewhere(engine, keys, { base: where, connectionId: null }, (n) =>
      t('select.relocated', { n, service }),
    );
    if (usable.length > 0 || byTeam) return;
    // It goes in place of one that no longer works, if there is one.
    const connectionId = ofService[0]?.id ?? null;
    openDialog({ kind: 'change-key', wanted: { base: where, connectionId } });
  };
  return (
    <FormDialog
      title={t('select.relocateTitle', { n: keys.length })}
      submit={t('select.moveThere')}
      onClose={onClose}
      onSubmit={() => {
        // A link to this page stands in many messages, and is no service.
        const isWrong = address === null || address.base === location.origin;
        setWrong(isWrong);
        if (isWrong) return field.current?.focus();
        onClose();
        void move(address.base, address.path);
      }}
    >
      <Select
        label={t('add.service')}
        value={chosen}
        onChange={(next) => {
          setChosen(next);
          setWrong(false);
        }}
        options={[
          ...bases.map((value) => ({ value, label: serviceName(value) })),
          ...(offer.otherAddresses ? [{ value: OTHER, label: t('add.other') }] : []),
        ]}
      />
      {chosen === OTHER ? (
        <TextField
          ref={field}
          label={t('add.address')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
          placeholder="https://api.example.com"
          inputMode="url"
          hint={t('add.addressHint')}
          error={wrong ? t('add.obstacle.badAddress') : undefined}
        />
      ) : null}
      {base === null ? null : (
        <p className="text-ink-2" role="status">
          {byTeam
            ? t('add.usesTeamKey')
            : usable.length > 0
              ? t('select.relocateKey', { key: formatList(usable.map((one) => keyName(one, t))) })
              : t('select.relocateNoKey', { service: serviceName(base) })}
        </p>
      )}
    </FormDialog>
  );
}

/** The services to choose from: all but the one where all of these tasks are. */
function basesFor(
  keys: readonly string[],
  { services, otherAddresses }: Offer,
  connections: readonly { base: string; addedAt: number }[],
): string[] {
  const used = connections.toSorted((a, b) => b.addedAt - a.addedAt);
  const all = [...services, ...(otherAddresses ? used : [])].map(({ base }) => base);
  return [...new Set(all)].filter(
    (base) => base !== SAMPLE_BASE && !keys.every((key) => key.startsWith(`${base} `)),
  );
}

async function addTeamKey(add: ReturnType<typeof useEngine>['add'], base: string): Promise<void> {
  await add({ base, keys: [BY_RELAY], keep: 'device', tasks: [], batch: null });
}
