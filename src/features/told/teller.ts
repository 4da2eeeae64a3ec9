import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import type { Engine } from '~/engine/engine';

import { batchEndOf, goesOn, groupKey, type BatchEnd } from '~/engine/answers/batch-end';
import { endOf } from '~/engine/answers/end';
import { isTold, readLedger, withTold, writeLedger } from './ledger';
import { isUsed, type Looks } from './looks';

interface TellerOptions {
  engine: Pick<Engine, 'on' | 'tracked' | 'answers' | 'status'>;
  now: () => number;
  /** When the page was opened, in epoch ms: this code comes later, and look-ups may have been made by then. */
  openedAt: number;
  store: Pick<Storage, 'getItem' | 'setItem'>;
  looks: () => Looks;
  /** The board is grouped by shot. */
  byShot: () => boolean;
  /** Tells it, if the person wants that now. */
  tell: (end: BatchEnd) => void;
}

/**
 * Tells of each batch once when it has ended, over all tabs: every tab notes what ends, the leading one tells, and one
 * that takes over tells what the one before it did not. What the person was there for is not told. The returned function
 * stops it.
 */
export function startTeller(options: TellerOptions): () => void {
  const { engine, now, openedAt, store, looks, byShot, tell } = options;
  const waiting = new Map<string, BatchEnd>();

  const settle = (): void => {
    const { leading } = engine.status.getState();
    for (const [key, end] of waiting) {
      const ledger = readLedger(store);
      const done = isTold(ledger, end);
      if (done || leading) waiting.delete(key);
      if (done || !leading) continue;
      writeLedger(store, withTold(ledger, end));
      const look = looks();
      if (!isUsed(look, now()) && look.usedAt < end.at) tell(end);
    }
  };
  const stops = [
    engine.on('answered', ({ ref, before, after }, from) => {
      if (goesOn(after) || !goesOn(before)) return;
      const { tasks } = engine.tracked.getState();
      const task = tasks.get(refKey(ref));
      if (!task) return;
      // It may have ended while no page was open: that is said when the person is back.
      if (from === 'here' && wasOpenAt(task, before, after) < openedAt) return;
      const end = batchEndOf(task, tasks, (one) => engine.answers.get(one), byShot());
      if (!end) return;
      waiting.set(groupKey(end.group), end);
      settle();
    }),
    engine.status.subscribe(settle),
  ];
  return () => stops.forEach((stop) => stop());
}

type Answered = Parameters<typeof endOf>[1];

/** When it was last known to go on. */
function wasOpenAt(task: TrackedTask, before: Answered, after: Answered): number {
  return endOf(task, after)?.openAt ?? before.askedAt ?? task.addedAt;
}
