import type { MayHold } from '~/engine/media/save/memory';

/** Something that a person is asked about, and that waits meanwhile. */
interface Agreement {
  /** Resolves to what they answer: at once, if they have agreed before, and to no once the signal is aborted. */
  ask: MayHold;
  give(): void;
}

/**
 * Asks whether much may be held in memory, once for all that comes after.
 * @param show is called with the limit when an answer is wanted, and with null when it is not any more
 */
export function agreement(
  show: (limit: number | null) => void,
  signalNow: () => AbortSignal,
): Agreement {
  let isGiven = false;
  let answer = (_isAgreed: boolean): void => {};
  return {
    async ask(limit) {
      if (isGiven) return true;
      show(limit);
      const isAgreed = await new Promise<boolean>((resolve) => {
        answer = resolve;
        signalNow().addEventListener('abort', () => resolve(false), { once: true });
      });
      show(null);
      return isAgreed;
    },
    give() {
      isGiven = true;
      answer(true);
    },
  };
}
