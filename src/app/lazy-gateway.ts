import type { Gateway } from '~/engine/gateway/gateway';

/**
 * Loads the gateway's code with the first look-up; stored cards are shown without it. A failed download counts as a
 * failed look-up, a temporary problem.
 */
export const lazyGateway: Gateway = {
  lookUp: lazily(({ lookUp }) => lookUp, {
    problem: { kind: 'network', message: null, httpStatus: null, retryAfterMs: null },
    raw: null,
    noRoute: false,
    mayBeReused: false,
    ageMs: 0,
  }),
  listTasks: lazily(({ listTasks }) => listTasks, { kind: 'none' }),
  firstCheck: lazily(({ firstCheck }) => firstCheck, {
    verdict: 'busy',
    said: null,
    leadsTo: null,
  }),
  openContent: lazily(({ openContent }) => openContent, { kind: 'problem', reason: 'unreachable' }),
  openLink: lazily(({ openLink }) => openLink, { kind: 'problem', reason: 'unreachable' }),
  tryContent: lazily(({ tryContent }) => tryContent, 'unclear'),
  readRefusal: lazily(({ readRefusal }) => readRefusal, { kind: 'problem', reason: 'unreachable' }),
  contentOrigin: lazily(({ contentOrigin }) => contentOrigin, null),
};

/** @param otherwise the result without the gateway's code */
function lazily<Asked, Result>(
  method: (gateway: Gateway) => (asked: Asked) => Promise<Result>,
  otherwise: NoInfer<Result>,
): (asked: Asked) => Promise<Result> {
  return async (asked) => {
    const gateway = await import('~/engine/gateway/gateway').then(
      (code) => code.gateway,
      () => null,
    );
    return gateway === null ? otherwise : method(gateway)(asked);
  };
}
