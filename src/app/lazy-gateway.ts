import type { Gateway } from '~/engine/gateway/gateway';

/**
 * The gateway is downloaded with the first look-up: cards are drawn from memory without it. Where the download
 * fails, that is what a failed look-up is: a problem that passes.
 */
export const lazyGateway: Gateway = {
  async lookUp(options) {
    try {
      return await (await load()).lookUp(options);
    } catch (error) {
      if (options.signal.aborted) throw error;
      const problem = {
        kind: 'network',
        message: null,
        httpStatus: null,
        retryAfterMs: null,
      } as const;
      return { problem, raw: null };
    }
  },
  async fetchContent(options) {
    try {
      return await (await load()).fetchContent(options);
    } catch (error) {
      if (options.signal.aborted) throw error;
      return { kind: 'problem', reason: 'unreachable' };
    }
  },
  async firstCheck(options) {
    try {
      return await (await load()).firstCheck(options);
    } catch (error) {
      if (options.signal.aborted) throw error;
      return 'busy';
    }
  },
};

async function load(): Promise<Gateway> {
  return (await import('~/engine/gateway/gateway')).gateway;
}
