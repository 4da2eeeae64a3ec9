import { useMemo, useState } from 'react';

import { TEAM_KEY, TEAM_KEY_HINT, type KeepKey } from '~/core/connection';
import { addressText, readAddress } from '~/engine/gateway/address-template';
import { newId } from '~/engine/tasks/new-id';
import { useConnections, useEngine, useTracked } from '~/engine/tasks/use-engine';

import { useUnfinished } from '~/ui/use-unfinished';

import { divide, obstacleOf, summarise, type Found, type Obstacle } from './draft';
import { draftOf, MAX_BOX, shortened } from './draft-text';
import { readMasked, type Part, type Secrets } from './secrets';
import { choices, chosenService, OTHER, type Offer, type OfferedService } from './services';
import { useFirstCheck, type FirstCheckState } from './use-first-check';

export interface AddForm {
  text: string;
  secrets: Secrets;
  /** The analysed text, for the highlights. */
  parts: readonly Part[];
  /** The text was too long; the box contains its beginning. */
  cut: boolean;
  found: Found;
  known: number;
  /** How many tasks the button will track. */
  count: number;
  services: OfferedService[];
  /** Whether *Other…* can be chosen, or is already the answer to what was pasted. */
  otherAllowed: boolean;
  service: string;
  /** The relay adds the key. */
  teamKey: boolean;
  address: string;
  keep: KeepKey;
  batch: string;
  picked: ReadonlySet<string>;
  /** The mask of a key already known for the service. */
  knownKey: string | null;
  obstacle: Obstacle | null;
  check: FirstCheckState;
  setText: (text: string, secrets: Secrets) => void;
  setService: (base: string) => void;
  setAddress: (address: string) => void;
  setKeep: (keep: KeepKey) => void;
  setBatch: (batch: string) => void;
  pick: (taskIds: readonly string[]) => void;
  submit: () => void;
  /** Tracks without a first check, or in spite of it. */
  submitAnyway: () => void;
}

/** All state and actions of the form, apart from rendering. */
export function useAddForm(offer: Offer, start: string, onAdded: () => void): AddForm {
  const engine = useEngine();
  const tracked = useTracked((state) => state.tasks);
  const { connections, needKey } = useConnections((state) => state);
  const [{ text, secrets, cut }, setDraft] = useState(() => draftOf(start));
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [keep, setKeep] = useState<KeepKey>('tab');
  const [batch, setBatch] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const check = useFirstCheck();
  useUnfinished(text.trim() !== '');

  const parts = useMemo(() => readMasked(text, secrets), [text, secrets]);
  const found = useMemo(() => summarise(parts), [parts]);
  const used = [...connections.values()]
    .toSorted((a, b) => b.addedAt - a.addedAt)
    .map(({ base }) => base);
  // Services used before are not offered if the page's host allows only its own.
  const services = choices(offer.services, offer.otherAddresses ? used : []);
  const service = chosenService(chosen, found.addresses, services);
  const inText = found.addresses[0];
  const address = typed ?? (inText ? addressText(inText) : '');
  const named =
    service === OTHER ? readAddress(address) : found.addresses.find((one) => one.base === service);
  const base = service === OTHER ? (named?.base ?? null) : service;
  const path = named?.path ?? null;
  const wanted = [...found.ids, ...found.maybes.filter(({ taskId }) => picked.has(taskId))];
  const { fresh, known } = divide(wanted, base, tracked);
  const teamKey = offer.services.some((one) => one.base === base && one.teamKey === true);
  const ownKeys = teamKey ? [TEAM_KEY] : found.keys;
  const knownKey = teamKey
    ? TEAM_KEY_HINT
    : ([...connections.values()].find((one) => one.base === base && !needKey.has(one.id))?.hint ??
      null);
  const obstacle = obstacleOf({
    empty: text.trim() === '',
    fresh: fresh.length,
    known,
    address,
    base,
    hasKey: ownKeys.length > 0 || knownKey !== null,
    notOffered: !offer.otherAddresses && !offer.services.some((one) => one.base === base),
  });

  const add = async (): Promise<void> => {
    if (obstacle !== null || base === null) return;
    check.reset();
    const name = batch.trim() === '' ? null : batch.trim();
    if (path !== null) engine.setLookUpPath(base, path);
    await engine.add({
      base,
      keys: ownKeys,
      keep: teamKey ? 'device' : keep,
      tasks: fresh,
      batch: name === null ? null : { id: newId(), name },
    });
    onAdded();
  };
  const submit = async (): Promise<void> => {
    if (obstacle !== null || base === null || check.state.kind === 'checking') return;
    const taskId = fresh[0]?.taskId ?? null;
    // No check is needed if this browser has a working key, unless the look-up path changes.
    const trusted = ownKeys.length === 0 && knownKey !== null && path === null;
    const apiKey = ownKeys[0] ?? null;
    if (trusted || (await check.run({ base, apiKey, path, taskId }))) await add();
  };
  const changed =
    <T>(set: (value: T) => void) =>
    (value: T): void => {
      check.reset();
      set(value);
    };

  return {
    text,
    secrets,
    parts,
    cut,
    found,
    known,
    count: fresh.length,
    services,
    otherAllowed: offer.otherAddresses || service === OTHER,
    service,
    teamKey,
    address,
    keep,
    batch,
    picked,
    knownKey,
    obstacle,
    check: check.state,
    setText: (next, behind) => {
      check.reset();
      // The notice about the cut stays while most of that text does.
      const still = cut && next.length > MAX_BOX / 2;
      setDraft(shortened({ text: next, secrets: behind, cut: still }));
    },
    setService: changed(setChosen),
    setAddress: changed(setTyped),
    setKeep,
    setBatch,
    pick: (taskIds) => setPicked(new Set([...picked, ...taskIds])),
    submit: () => void submit(),
    submitAnyway: () => void add(),
  };
}
