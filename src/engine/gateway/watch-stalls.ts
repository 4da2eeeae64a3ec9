import { anySignal } from '~/core/any-signal';

/** Watches whether a download still receives bytes. */
export interface Watch {
  signal: AbortSignal;
  /** Starts waiting for bytes. */
  alive(): void;
  rest(): void;
  stop(): void;
}

/** Its signal aborts with `signal`, or once no bytes came for `stallMs` while some were awaited. */
export function watchStalls(stallMs: number, signal: AbortSignal): Watch {
  const stalled = new AbortController();
  const start = (): ReturnType<typeof setTimeout> => setTimeout(() => stalled.abort(), stallMs);
  let timer = start();
  const rest = (): void => clearTimeout(timer);
  return {
    signal: anySignal([signal, stalled.signal]),
    alive() {
      rest();
      timer = start();
    },
    rest,
    stop: rest,
  };
}
