import { groupKey, type BatchEnd } from '~/engine/answers/batch-end';

/** Of each group, the end that has been told or need not be, in epoch ms: one record for all tabs. */
type Ledger = Readonly<Record<string, number>>;

const NAME = 'rushes-told';
/** So many groups are remembered. */
const MOST = 200;

export function isTold(ledger: Ledger, { group, at }: BatchEnd): boolean {
  return (ledger[groupKey(group)] ?? -1) >= at;
}

/** With this end, which is told no more. */
export function withTold(ledger: Ledger, { group, at }: BatchEnd): Ledger {
  const key = groupKey(group);
  const { [key]: _, ...others } = ledger;
  return Object.fromEntries([...Object.entries(others).slice(1 - MOST), [key, at]]);
}

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Total: whatever was stored. */
export function readLedger(store: Store): Ledger {
  try {
    const stored = Object(JSON.parse(store.getItem(NAME) ?? 'null')) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(stored).filter(
        (entry): entry is [string, number] => typeof entry[1] === 'number',
      ),
    );
  } catch {
    return {};
  }
}

export function writeLedger(store: Store, ledger: Ledger): void {
  try {
    store.setItem(NAME, JSON.stringify(ledger));
  } catch {
    // Full or forbidden: what is said has a tag, so that a second time replaces the first.
  }
}
