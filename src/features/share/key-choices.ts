import type { ConnectionsState } from '~/engine/state';

import type { Offer } from './read-shared';

/** With which key the tasks of a service are looked up. */
export type KeyChoice =
  /** One of the person's own that is stored for exactly this service. */
  | { kind: 'own'; id: string; hint: string }
  /** The relay adds the team's. */
  | { kind: 'team' }
  /** None yet: the cards wait for one. */
  | { kind: 'none' };

/**
 * The keys to choose from for a service, the one that is chosen beforehand first. A service without a key of its own gets
 * none that is stored for another, whatever a link says.
 */
export function keyChoices(
  base: string,
  { connections, needKey }: ConnectionsState,
  { services }: Offer,
): readonly [KeyChoice, ...KeyChoice[]] {
  if (services.some((one) => one.base === base && one.teamKey)) return [{ kind: 'team' }];
  const [first, ...more] = [...connections.values()]
    .filter((one) => one.base === base && one.kind === 'own' && !needKey.has(one.id))
    .toSorted((a, b) => b.addedAt - a.addedAt)
    .map(({ id, hint }): KeyChoice => ({ kind: 'own', id, hint }));
  return first ? [first, ...more] : [{ kind: 'none' }];
}

/** Whether the page's host offers a service, or the person has a key for it: cards alone may be of an earlier link. */
export function isUsed(
  base: string,
  { connections }: Pick<ConnectionsState, 'connections'>,
  { services }: Offer,
): boolean {
  const own = [...connections.values()].filter(({ kind }) => kind === 'own');
  return [...services, ...own].some((one) => one.base === base);
}
