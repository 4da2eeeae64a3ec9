import type { Gateway } from '~/engine/gateway/gateway';

/**
 * Loads the gateway's code with the first look-up; stored cards are shown without it. A failed download counts as a
 * failed look-up, a temporary problem.
 */
export const lazyGateway: Gateway = {
  lookUp: (options) => attempt((gateway) => gateway.lookUp(options), NO_LOOK_UP, options.signal),
  firstCheck: (options) => attempt((gateway) => gateway.firstCheck(options), BUSY, options.signal),
  openContent: (options) =>
    attempt((gateway) => gateway.openContent(options), NO_VIDEO, options.signal),
  openLink: (options) => attempt((gateway) => gateway.openLink(options), NO_VIDEO, options.signal),
  tryContent: (options) =>
    attempt((gateway) => gateway.tryContent(options), 'unclear', options.signal),
  readRefusal: (reply) => attempt((gateway) => gateway.readRefusal(reply), NO_VIDEO),
  contentOrigin: (asked) => attempt((gateway) => gateway.contentOrigin(asked), null),
};

const NO_LOOK_UP = {
  problem: { kind: 'network', message: null, httpStatus: null, retryAfterMs: null },
  raw: null,
  noRoute: false,
} as const;
const BUSY = { verdict: 'busy', said: null, leadsTo: null } as const;
const NO_VIDEO = { kind: 'problem', reason: 'unreachable' } as const;

/** Rejects only when `signal` is aborted. */
async function attempt<T>(
  call: (gateway: Gateway) => Promise<T>,
  otherwise: T,
  signal?: AbortSignal,
): Promise<T> {
  try {
    return await call((await import('~/engine/gateway/gateway')).gateway);
  } catch (error) {
    if (signal?.aborted) throw error;
    return otherwise;
  }
}
