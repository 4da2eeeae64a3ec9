/** Web Locks for tests: one name, first come first served, with `steal` and `signal`, and rejections as browsers give them. */
export interface TestLocks extends Pick<LockManager, 'request'> {
  /** How many hold or wait. */
  size(): number;
}

interface Claim {
  hold: () => unknown;
  settle: (held: unknown) => void;
  refuse: (why: DOMException) => void;
}

export function createTestLocks(): TestLocks {
  let holder: Claim | null = null;
  const queue: Claim[] = [];
  const abortError = (): DOMException => new DOMException('gone', 'AbortError');

  const grant = (): void => {
    const claim = queue.shift();
    if (!claim) return;
    holder = claim;
    queueMicrotask(() => {
      void Promise.resolve(claim.hold()).then((held) => {
        if (holder !== claim) return;
        holder = null;
        claim.settle(held);
        grant();
      });
    });
  };

  const request = (_name: string, options: LockOptions, hold: () => unknown): Promise<unknown> =>
    new Promise((settle, refuse) => {
      const claim: Claim = { hold, settle, refuse };
      if (options.steal) {
        const before = holder;
        holder = null;
        queue.unshift(claim);
        before?.refuse(abortError());
        return grant();
      }
      queue.push(claim);
      options.signal?.addEventListener('abort', () => {
        const place = queue.indexOf(claim);
        if (place < 0) return;
        queue.splice(place, 1);
        refuse(abortError());
      });
      if (holder === null) grant();
    });

  return {
    // The test double serves the one overload that the leader uses.
    request: request as LockManager['request'],
    size: () => queue.length + (holder ? 1 : 0),
  };
}
