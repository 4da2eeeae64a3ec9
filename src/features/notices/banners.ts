import type { Connection } from '~/core/connection';
import type { FeedTrouble } from '~/core/feed';
import type { EngineStatus, KeyLoss } from '~/engine/state';

import type { Crowd } from './crowd';

/** An issue of the whole board, shown once above it instead of on every card. */
export type BannerFact =
  | { kind: 'offline' }
  | { kind: 'paused' }
  | { kind: 'stuck' }
  | { kind: 'storage'; health: Exclude<EngineStatus['storage'], 'ok'> }
  | { kind: 'key'; connection: Connection; loss: KeyLoss; tasks: number }
  /** Several of a person’s keys: one text may have them all. */
  | { kind: 'keys'; connections: number; tasks: number }
  | ({ kind: 'crowd' } & Crowd)
  | ({ kind: 'feed' } & FeedTrouble);

/** A connection that cannot be used, and why. */
interface LostKey {
  connection: Connection;
  loss: KeyLoss;
}

/**
 * @param waiting number of unfinished tasks per connection
 * @param crowd tasks that wait for each other; said of look-ups that are made
 */
export function bannerFacts(
  status: EngineStatus,
  needKey: readonly LostKey[],
  waiting: ReadonlyMap<string, number>,
  crowd: Crowd | null,
): BannerFact[] {
  const keys = needKey.flatMap(({ connection, loss }) => {
    const tasks = waiting.get(connection.id) ?? 0;
    return tasks > 0 ? [{ kind: 'key' as const, connection, loss, tasks }] : [];
  });
  const mayAsk = status.online && !status.paused;
  return [
    ...(status.online ? [] : [{ kind: 'offline' } as const]),
    ...(status.paused ? [{ kind: 'paused' } as const] : []),
    ...(status.stuck && mayAsk ? [{ kind: 'stuck' } as const] : []),
    ...(status.storage === 'ok' ? [] : [{ kind: 'storage', health: status.storage } as const]),
    ...together(keys),
    ...(crowd && mayAsk && !status.stuck ? [{ kind: 'crowd', ...crowd } as const] : []),
    ...(mayAsk ? status.feeds.map((trouble) => ({ kind: 'feed' as const, ...trouble })) : []),
  ];
}

type LostKeyFact = Extract<BannerFact, { kind: 'key' }>;

/** Where a person misses several keys, that is one issue. */
function together(keys: readonly LostKeyFact[]): BannerFact[] {
  const own = keys.filter(({ connection }) => connection.kind === 'own');
  if (own.length < 2) return [...keys];
  const tasks = own.reduce((sum, one) => sum + one.tasks, 0);
  const others = keys.filter(({ connection }) => connection.kind !== 'own');
  return [{ kind: 'keys', connections: own.length, tasks }, ...others];
}
