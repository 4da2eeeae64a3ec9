import { useRef, useState, type ClipboardEvent } from 'react';

import type { AuthScheme } from '~/core/auth-scheme';
import type { KeepKey, KeyWanted } from '~/core/connection';
import { maskKey } from '~/core/mask';
import { canSeal } from '~/platform/can-seal';
import { useConnections, useEngine } from '~/engine/use-engine';
import { keepChoices } from '~/i18n/keep-choices';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
import { Button } from '~/ui/button';
import { Select } from '~/ui/select';
import { TextField } from '~/ui/text-field';

import { SchemeDialog } from './scheme-dialog';

/** Finds the keys for a service in a pasted message; `elsewhere` is the service they belong to instead. */
export type FindKeys = (
  text: string,
  base: string,
) => { secrets: Found[]; elsewhere: string | null };

/** A key, and how the text sends it, if it says. */
interface Found {
  apiKey: string;
  scheme: AuthScheme | null;
}

/** What the field holds, apart from the key itself. */
type Reading =
  | { kind: 'nothing' | 'missing' | 'none' }
  | { kind: 'found'; hint: string }
  | { kind: 'several'; secrets: Found[] }
  | { kind: 'elsewhere'; base: string };

interface ChangeKeyProps {
  wanted: KeyWanted;
  findKeys: FindKeys;
  /** Those of the page's host. */
  services: readonly { base: string }[];
  /** Is told the connection of a key that is added beside the others. */
  onKey?: ((connectionId: string) => void) | undefined;
  onClose: () => void;
}

/** Asks for another key, or first how the service wants it. */
export function ChangeKeyDialog(props: ChangeKeyProps) {
  const { wanted, onClose } = props;
  const [asks, setAsks] = useState(wanted.asks ?? 'key');
  if (asks === 'key') return <NewKeyDialog {...props} />;
  return (
    <SchemeDialog
      base={wanted.base}
      said={wanted.said ?? null}
      onChangeKey={() => setAsks('key')}
      onClose={onClose}
    />
  );
}

/**
 * Asks for a new key for a service; a whole message will do. What is no key is refused. All cards that waited for one
 * resume by themselves.
 */
function NewKeyDialog({ wanted, findKeys, services, onKey, onClose }: ChangeKeyProps) {
  const t = useT();
  const engine = useEngine();
  const connection = useConnections(({ connections }) =>
    wanted.connectionId === null ? undefined : connections.get(wanted.connectionId),
  );
  const isNew = useConnections(
    ({ connections }) =>
      !services.some(({ base }) => base === wanted.base) &&
      ![...connections.values()].some(({ kind, base }) => kind === 'own' && base === wanted.base),
  );
  const isGone = useConnections(
    ({ needKey }) => connection !== undefined && needKey.get(connection.id) === 'missing',
  );
  // Uncontrolled: React would write the value, the plain key, into the page's markup.
  const field = useRef<HTMLInputElement>(null);
  /** What was put into the field: read again by itself, it would say less. */
  const found = useRef<Found | null>(null);
  const [keep, setKeep] = useState<KeepKey>(connection?.keep ?? 'tab');
  const [reading, setReading] = useState<Reading>({ kind: 'nothing' });
  const service = serviceName(wanted.base);

  const put = (secret: Found | null): void => {
    found.current = secret;
    if (field.current) field.current.value = secret?.apiKey ?? '';
    if (secret) setReading({ kind: 'found', hint: maskKey(secret.apiKey) });
  };
  /** Whoever named a service that is new here may want the key of another: one that is stored for that is not taken. */
  const isTaken = ({ apiKey }: Found): boolean => {
    const home = isNew ? engine.serviceOfKey(apiKey) : null;
    if (home === null) return true;
    setReading({ kind: 'elsewhere', base: home });
    return false;
  };
  const read = (text: string): Found | null => {
    const { secrets, elsewhere } = findKeys(text, wanted.base);
    const [only] = secrets;
    if (secrets.length > 1) setReading({ kind: 'several', secrets });
    else if (elsewhere !== null) setReading({ kind: 'elsewhere', base: elsewhere });
    else if (!only) setReading({ kind: text.trim() === '' ? 'missing' : 'none' });
    return secrets.length === 1 && only && isTaken(only) ? only : null;
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    event.preventDefault();
    // The field would cut a message at its first line end.
    put(read(event.clipboardData.getData('text/plain')));
  };
  const save = (): void => {
    const text = field.current?.value ?? '';
    const secret = found.current?.apiKey === text ? found.current : read(text);
    if (secret === null) return field.current?.focus();
    const { apiKey, scheme } = secret;
    const { base } = wanted;
    if (connection) void engine.replaceKey(connection.id, apiKey, keep, scheme);
    else
      void engine
        .add({ base, keys: [apiKey], keep, scheme, tasks: [], batch: null })
        .then(({ connectionIds: [id] }) => id !== undefined && onKey?.(id));
    onClose();
  };
  const errors = {
    nothing: undefined,
    found: undefined,
    missing: t('connections.missing'),
    none: t('connections.noKey'),
    several: t('connections.several'),
    elsewhere: t('connections.elsewhere', {
      service: reading.kind === 'elsewhere' ? serviceName(reading.base) : '',
    }),
  } as const satisfies Record<Reading['kind'], string | undefined>;
  const insteadOf =
    connection?.kind === 'own'
      ? t(isGone ? 'connections.pasteAgain' : 'connections.insteadOf', { key: connection.hint })
      : undefined;

  return (
    <FormDialog
      title={t('connections.changeTitle')}
      submit={t('connections.use')}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        ref={field}
        type="password"
        label={t('connections.newKey', { service })}
        onPaste={paste}
        onChange={() => setReading({ kind: 'nothing' })}
        hint={reading.kind === 'found' ? t('connections.found', { key: reading.hint }) : insteadOf}
        error={errors[reading.kind]}
      />
      {reading.kind === 'several' ? (
        <div className="flex flex-wrap gap-2">
          {reading.secrets.map((secret) => (
            <Button key={secret.apiKey} size="sm" onClick={() => isTaken(secret) && put(secret)}>
              {maskKey(secret.apiKey)}
            </Button>
          ))}
        </div>
      ) : null}
      <Select<KeepKey>
        label={t('add.remember')}
        value={keep}
        onChange={setKeep}
        options={keepChoices(t, canSeal())}
      />
    </FormDialog>
  );
}
