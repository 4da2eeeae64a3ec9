/** Any page may call. The allowed headers are listed by name, so that browsers cache the preflight. */
export const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'authorization, accept, content-type, range',
  'access-control-expose-headers': 'retry-after, content-length, content-range',
  'access-control-max-age': '600',
} as const;

/** A reply that any page may read, as JSON. */
export function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return text(status, JSON.stringify(body), 'application/json', headers);
}

/** A reply that any page may read. */
export function text(
  status: number,
  body: string,
  type: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, { status, headers: { ...HEADERS, 'content-type': type, ...headers } });
}

const error = (message: string, code: string | null, type = 'invalid_request_error'): object => ({
  error: { message, type, param: null, code },
});

const NOT_READY = 'Video is not ready yet, use GET /v1/videos/{video_id} to check status.';

/** Errors worded as in real services. */
const REFUSALS = {
  auth: () =>
    json(
      401,
      error(
        'Incorrect API key provided. You can find your API key in your account settings.',
        'invalid_api_key',
      ),
    ),
  forbidden: () =>
    json(
      403,
      error('This token has no access to model sora-2', 'model_not_allowed', 'new_api_error'),
    ),
  noCredit: () =>
    json(402, error('Insufficient account balance', 'insufficient_balance', 'billing_error')),
  noQuota: () =>
    json(403, error('用户额度不足, 剩余额度: ¥0.00', 'insufficient_user_quota', 'new_api_error')),
  noTask: () => json(404, error('Video not found', 'video_not_found')),
  noVideo: () => json(404, error('No content for this video', 'content_not_found')),
  noRoute: (path: string) => json(404, error(`Invalid URL (GET ${path})`, null)),
  tooMany: () =>
    json(429, error('Rate limit reached for requests', 'rate_limit_exceeded', 'requests'), {
      'retry-after': '5',
    }),
  broken: () =>
    json(500, error('The server had an error while processing your request', null, 'server_error')),
  notReady: () => json(404, error(NOT_READY, null)),
  notReadyAsVideo: () =>
    text(200, JSON.stringify(error('Video is not ready yet', null)), 'video/mp4'),
} as const;

/** One of the refusals, as its service would word it. */
export function failed(refusal: keyof typeof REFUSALS, path = ''): Response {
  return REFUSALS[refusal](path);
}
