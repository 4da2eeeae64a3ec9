import type { Gateway } from '~/engine/gateway/gateway';

type LookUp = Gateway['lookUp'];
type Asked = Pick<Parameters<LookUp>[0], 'base' | 'path' | 'id' | 'apiKey' | 'scheme'>;
type Read = Awaited<ReturnType<LookUp>>;

/** How long, in ms, what a first check read is as good as a look-up. */
const FRESH_MS = 10_000;

/** What first checks read a moment ago, so that no task is asked about twice when it is added. */
export interface CheckedReadings {
  /** Looks up for a check, and keeps what was read. */
  look: LookUp;
  /** What a check read with the same key at the same path, once. */
  take(asked: Asked): Read | null;
  /** Keeps nothing any longer: a key is to be forgotten. */
  clear(): void;
}

/** Nothing has been checked yet. */
export function createCheckedReadings(
  gateway: Pick<Gateway, 'lookUp'>,
  now: () => number,
): CheckedReadings {
  let kept: { asked: Asked; read: Read; at: number }[] = [];
  const dropOld = (): void => {
    kept = kept.filter(({ at }) => Math.abs(now() - at) <= FRESH_MS);
  };
  return {
    async look(asked) {
      const read = await gateway.lookUp(asked);
      dropOld();
      kept.push({ asked, read, at: now() });
      return read;
    },
    take(asked) {
      dropOld();
      const found = kept.find((one) => SAME.every((name) => one.asked[name] === asked[name]));
      kept = kept.filter((one) => one !== found);
      return found?.read ?? null;
    },
    clear() {
      kept = [];
    },
  };
}

const SAME = ['base', 'path', 'id', 'apiKey', 'scheme'] as const satisfies (keyof Asked)[];
