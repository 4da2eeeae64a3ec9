import { refKey } from '~/core/answer';
import { readAddress, type GivenAddress } from '~/engine/gateway/address-template';
import type { MessageKey } from '~/i18n/message-key';

import type { Part } from './secrets';

/** What was found in a pasted text. */
export interface Found {
  keys: string[];
  /** Clear ids, in order, without duplicates. */
  ids: { taskId: string; label: string | null }[];
  /** Possible ids: offered, and tracked only if chosen. */
  maybes: { taskId: string; label: string | null }[];
  /** Addresses of services, each base once. */
  addresses: GivenAddress[];
  /** There was other text. */
  ignored: boolean;
}

export function summarise(parts: readonly Part[]): Found {
  const ids = once(parts.filter(({ kind }) => kind === 'id'));
  const clear = new Set(ids.map(({ taskId }) => taskId));
  const maybes = once(parts.filter(({ kind }) => kind === 'maybe'));
  return {
    keys: [...new Set(parts.flatMap(({ kind, value }) => (kind === 'key' ? value : [])))],
    ids,
    maybes: maybes.filter(({ taskId }) => !clear.has(taskId)),
    addresses: addressesIn(parts),
    ignored: parts.some(({ kind, text }) => kind === 'other' && /[\p{L}\p{N}]/u.test(text)),
  };
}

/** The analyser ends an address before the placeholder `{id}`; the rest of the word belongs to the address. */
function addressesIn(parts: readonly Part[]): GivenAddress[] {
  const found = new Map<string, GivenAddress>();
  for (const [index, { kind, value }] of parts.entries()) {
    if (kind !== 'address') continue;
    const rest = /^\{[\w{}/?&=.%:~+-]*/.exec(parts[index + 1]?.text ?? '')?.[0] ?? '';
    const whole = readAddress(value + rest);
    const address = whole?.path ? whole : readAddress(value);
    if (address && !found.get(address.base)?.path) found.set(address.base, address);
  }
  return [...found.values()];
}

function once(parts: readonly Part[]): { taskId: string; label: string | null }[] {
  const labels = new Map<string, string | null>();
  for (const { value, label } of parts) labels.set(value, labels.get(value) ?? label);
  return [...labels].map(([taskId, label]) => ({ taskId, label }));
}

/** What will be tracked, and what already is. */
export function divide(
  tasks: Found['ids'],
  base: string | null,
  tracked: { has(key: string): boolean },
): { fresh: Found['ids']; known: number } {
  const fresh = tasks.filter(
    ({ taskId }) => base === null || !tracked.has(refKey({ base, taskId })),
  );
  return { fresh, known: tasks.length - fresh.length };
}

/** Why the tasks cannot be tracked; null if they can. */
export type Obstacle =
  | 'nothing'
  | 'all-known'
  | 'no-ids'
  | 'no-address'
  | 'bad-address'
  | 'not-offered'
  | 'no-key';

export interface Draft {
  empty: boolean;
  fresh: number;
  known: number;
  address: string;
  base: string | null;
  /** A key was pasted, or the service has one. */
  hasKey: boolean;
  /** The page's host does not allow this address. */
  notOffered: boolean;
}

export function obstacleOf(draft: Draft): Obstacle | null {
  const { empty, fresh, known, address, base, hasKey, notOffered } = draft;
  if (empty) return 'nothing';
  if (fresh === 0) return known > 0 ? 'all-known' : 'no-ids';
  if (base === null) return address.trim() === '' ? 'no-address' : 'bad-address';
  if (notOffered) return 'not-offered';
  return hasKey ? null : 'no-key';
}

export const OBSTACLE_WORDS = {
  nothing: 'add.obstacle.nothing',
  'all-known': 'add.obstacle.allKnown',
  'no-ids': 'add.obstacle.noIds',
  'no-address': 'add.obstacle.noAddress',
  'bad-address': 'add.obstacle.badAddress',
  'not-offered': 'add.obstacle.notOffered',
  'no-key': 'add.obstacle.noKey',
} as const satisfies Record<Obstacle, MessageKey>;
