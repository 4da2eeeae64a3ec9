import type { ConnectionsState, KeyLoss } from '~/engine/state';

/** Why no key of this service can be used now; null if one can. */
export function keyLossOf(
  { connections, needKey }: ConnectionsState,
  base: string,
): KeyLoss | null {
  let loss: KeyLoss = 'missing';
  for (const { id, base: known } of connections.values()) {
    if (known !== base) continue;
    const own = needKey.get(id);
    if (own === undefined) return null;
    if (own === 'refused') loss = own;
  }
  return loss;
}
