// What the relay lets through: nginx and the relay of `npm start` follow the same rules.

/**
 * Which paths may be requested, in the regex dialect that nginx (PCRE) and JavaScript share. They are matched against
 * the address as received, still encoded: what one program decodes, the next may read differently.
 */
const CHARACTER = String.raw`(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})`;
const QUERY = String.raw`(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?`;
export const PATHS = {
  /**
   * Matched against everything before the query. Segments of only dots, in any encoding, lead elsewhere, even when
   * followed by parameters or by something that some programs take for the end. So do backslashes, control characters,
   * and bytes that are not UTF-8 but that some programs read as one of these (%C0%AE for a dot).
   */
  refused: String.raw`(?:/|%2f|%5c)(?:\.|%2e){1,2}(?:/|;|%2f|%5c|%3b|%3f|%23|%20|\?|$)|%(?:[01][0-9a-f]|7f|25|5c|c[01])|\\`,
  /** `/v1/videos/<id>` and `/v1/videos/<id>/content`: the look-up and its video. */
  lookUp: `/v1/videos/${CHARACTER}+(?:/content)?${QUERY}`,
  /** A signed link's query is passed on unchanged. */
  film: String.raw`(?:/${CHARACTER}*)+(?:\?[!-~]*)?`,
};

/** Headers that a service may not send to our page through the relay; all others are passed on. */
export const HIDDEN_HEADERS = [
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'Alt-Svc',
  'Clear-Site-Data',
  'Content-Security-Policy',
  'Content-Security-Policy-Report-Only',
  'Cross-Origin-Embedder-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Link',
  'NEL',
  'Permissions-Policy',
  'Refresh',
  'Report-To',
  'Reporting-Endpoints',
  'Service-Worker-Allowed',
  'Set-Cookie',
  'SourceMap',
  'Strict-Transport-Security',
  'WWW-Authenticate',
  'X-Accel-Buffering',
  'X-Accel-Charset',
  'X-Accel-Expires',
  'X-Accel-Limit-Rate',
  'X-Accel-Redirect',
  'X-Content-Type-Options',
  'X-Frame-Options',
  'X-Powered-By',
];

/** The request headers that reach the service: nothing that identifies the client or has a meaning for proxies. */
export const PASSED_HEADERS = ['Accept', 'Content-Type', 'If-Range', 'Range'];

/** How a key is sent: the header, and what stands before the key in it. A relay cannot sign with a pair of keys. */
export const SCHEMES = {
  bearer: ['Authorization', 'Bearer '],
  key: ['Authorization', 'Key '],
  'x-api-key': ['X-Api-Key', ''],
  'api-key': ['Api-Key', ''],
  'x-goog-api-key': ['X-Goog-Api-Key', ''],
};

/**
 * The headers that may carry a key to a service: the page's own, or, if the relay adds one, that one alone. A video's
 * host gets none.
 */
export const KEY_HEADERS = [...new Set(Object.values(SCHEMES).map(([header]) => header))];

/** Sent with every answer from the relay, so that it can never act as a page or script of this host. */
export const RELAY_HEADERS = [
  ['Content-Security-Policy', "default-src 'none'; sandbox"],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
];

/** Matched against `Sec-Fetch-Site:Sec-Fetch-Dest`: programs, and this page's own requests, videos and images. */
export const ASKED_BY = '^(?:same-origin|none)?:(?:empty|video|audio|image)?$';

/** The relay's own answers, in the form that services use. */
export const ANSWERS = {
  notOffered: [
    404,
    'route_not_found',
    'No such route: this relay only passes on look-ups for its services.',
  ],
  notAllowed: [405, 'method_not_allowed', 'This relay accepts only GET and HEAD.'],
  foreign: [403, 'not_from_the_page', 'This relay answers only its own page.'],
  tooLarge: [413, 'request_too_large', 'A look-up must not have a body.'],
  slower: [429, 'rate_limited', 'Too many requests from one address; please slow down.'],
  unreachable: [502, 'upstream_unreachable', 'The relay could not reach the service.'],
  late: [504, 'upstream_timeout', 'The service did not answer the relay in time.'],
};

/** The body of one of `ANSWERS`. */
export function answerBody([, code, message]) {
  return JSON.stringify({ error: { code, message } });
}
