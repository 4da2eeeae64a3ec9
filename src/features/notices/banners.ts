import type { Connection } from '~/core/connection';
import type { Engine } from '~/engine/engine';
import type { EngineStatus, KeyLoss } from '~/engine/state';

/** An issue of the whole board, shown once above it instead of on every card. */
export type BannerFact =
  | { kind: 'offline' }
  | { kind: 'paused' }
  | { kind: 'storage'; health: Exclude<EngineStatus['storage'], 'ok'> }
  | { kind: 'key'; connection: Connection; loss: KeyLoss; tasks: number }
  | { kind: 'crowd'; tasks: number; turnMs: number };

/** A connection that cannot be used, and why. */
interface LostKey {
  connection: Connection;
  loss: KeyLoss;
}

/** Above this interval, in ms, people would wonder why a card is not looked up. */
const CROWDED_MS = 30_000;

/**
 * @param waiting number of unfinished tasks per connection
 * @param turnMs how often, at most, each of so many tasks of a connection can be looked up, in ms
 */
export function bannerFacts(
  status: EngineStatus,
  needKey: readonly LostKey[],
  waiting: ReadonlyMap<string, number>,
  turnMs: Engine['turnMs'],
): BannerFact[] {
  const keys = needKey.flatMap(({ connection, loss }): BannerFact[] => {
    const tasks = waiting.get(connection.id) ?? 0;
    return tasks > 0 ? [{ kind: 'key', connection, loss, tasks }] : [];
  });
  const [crowd] = [...waiting]
    .map(([id, tasks]) => ({ kind: 'crowd', tasks, turnMs: turnMs(id, tasks) }) as const)
    .toSorted((a, b) => b.turnMs - a.turnMs);
  return [
    ...(status.online ? [] : [{ kind: 'offline' } as const]),
    ...(status.paused ? [{ kind: 'paused' } as const] : []),
    ...(status.storage === 'ok' ? [] : [{ kind: 'storage', health: status.storage } as const]),
    ...keys,
    ...(crowd && crowd.turnMs > CROWDED_MS ? [crowd] : []),
  ];
}
