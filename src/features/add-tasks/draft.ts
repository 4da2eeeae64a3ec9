import { refKey } from '~/core/answer';
import { normaliseBase } from '~/engine/gateway/address';
import type { MessageKey } from '~/i18n/message-key';

import type { Part } from './secrets';

/** What a pasted text comes to. */
export interface Found {
  keys: string[];
  /** Clear ids, in order, each once. */
  ids: { taskId: string; label: string | null }[];
  /** What may be an id: offered, tracked only when chosen. */
  maybes: { taskId: string; label: string | null }[];
  /** Base addresses of services. */
  bases: string[];
  /** There were words that are none of these. */
  ignored: boolean;
}

export function summarise(parts: readonly Part[]): Found {
  const ids = once(parts.filter(({ kind }) => kind === 'id'));
  const clear = new Set(ids.map(({ taskId }) => taskId));
  const maybes = once(parts.filter(({ kind }) => kind === 'maybe'));
  const bases = parts.flatMap(({ kind, value }) =>
    kind === 'address' ? (normaliseBase(value) ?? []) : [],
  );
  return {
    keys: [...new Set(parts.flatMap(({ kind, value }) => (kind === 'key' ? value : [])))],
    ids,
    maybes: maybes.filter(({ taskId }) => !clear.has(taskId)),
    bases: [...new Set(bases)],
    ignored: parts.some(({ kind, text }) => kind === 'other' && /[\p{L}\p{N}]/u.test(text)),
  };
}

function once(parts: readonly Part[]): { taskId: string; label: string | null }[] {
  const labels = new Map<string, string | null>();
  for (const { value, label } of parts) labels.set(value, labels.get(value) ?? label);
  return [...labels].map(([taskId, label]) => ({ taskId, label }));
}

/** What is to be tracked, and what already is. */
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

/** What keeps the tasks from being tracked; null when nothing does. */
export type Obstacle = 'nothing' | 'all-known' | 'no-ids' | 'no-address' | 'bad-address' | 'no-key';

export interface Draft {
  empty: boolean;
  fresh: number;
  known: number;
  address: string;
  base: string | null;
  /** A key was pasted, or the service has one. */
  hasKey: boolean;
}

export function obstacleOf({ empty, fresh, known, address, base, hasKey }: Draft): Obstacle | null {
  if (empty) return 'nothing';
  if (fresh === 0) return known > 0 ? 'all-known' : 'no-ids';
  if (base === null) return address.trim() === '' ? 'no-address' : 'bad-address';
  return hasKey ? null : 'no-key';
}

export const OBSTACLE_WORDS = {
  nothing: 'add.obstacle.nothing',
  'all-known': 'add.obstacle.allKnown',
  'no-ids': 'add.obstacle.noIds',
  'no-address': 'add.obstacle.noAddress',
  'bad-address': 'add.obstacle.badAddress',
  'no-key': 'add.obstacle.noKey',
} as const satisfies Record<Obstacle, MessageKey>;
