// What the relay lets through: nginx and the relay of `npm start` follow the same rules.

/**
 * Which paths may be requested, in the regex dialect that nginx (PCRE) and JavaScript share. They are matched against
 * the address as received, still encoded: what one program decodes, the next may read differently.
 */
const CHARACTER = [
  `(?:[A-Za-z0-9._~!$&'()*+,;=:@-]`,
  // A byte below 80 as it is, the others only as UTF-8 (RFC 3629, 4): what is longer than it need be, cut off or no
  // character at all, some programs read as one of ours, %C0%AE and %E0%80%AE as a dot.
  '%[0-7][0-9A-Fa-f]',
  '%(?:[Cc][2-9A-Fa-f]|[Dd][0-9A-Fa-f])T',
  '%[Ee]0%[AaBb][0-9A-Fa-f]T',
  '%[Ee][1-9A-Ca-cE-Fe-f]TT',
  '%[Ee][Dd]%[89][0-9A-Fa-f]T',
  '%[Ff]0%[9AaBb][0-9A-Fa-f]TT',
  '%[Ff][1-3]TTT',
  '%[Ff]4%8[0-9A-Fa-f]TT)',
]
  .join('|')
  .replaceAll('T', '%[89AaBb][0-9A-Fa-f]');
const QUERY = String.raw`(?:\?(?:[/?]|${CHARACTER})*)?`;
/** As browsers write a value of a query; what is encoded must be a character there, too. */
const LISTED = CHARACTER.replace("[A-Za-z0-9._~!$&'()*+,;=:@-]", '[A-Za-z0-9._~*+-]');
export const PATHS = {
  /**
   * Matched against everything before the query. Segments of only dots, in any encoding, lead elsewhere, even when
   * followed by parameters or by something that some programs take for the end. So do backslashes and control characters.
   */
  refused: String.raw`(?:/|%2f|%5c)(?:\.|%2e){1,2}(?:/|;|%2f|%5c|%3b|%3f|%23|%20|\?|$)|%(?:[01][0-9a-f]|7f|25|5c)|\\`,
  /** `/v1/videos/<id>` and `/v1/videos/<id>/content`: the look-up and its video. */
  lookUp: `/v1/videos/${CHARACTER}+(?:/content)?${QUERY}`,
  /** `/v1/videos?…`: a page of a key's own list, only where the host allows lists, and asked for nothing else. */
  list: `/v1/videos(?:\\?(?:(?:limit|after|p|page_size)=(?:${LISTED})*(?:&(?!$)|$))+)?`,
  /** A signed link's query is passed on unchanged. */
  film: String.raw`(?:/${CHARACTER}*)+(?:\?[!-~]*)?`,
};

/**
 * Where a service may send the page: `[expression, what the page is told]`, the first that matches counts, and where none
 * does the page is told nothing. Matched, whatever the case, against the page's own host, a space, and `Location`.
 * An address that ends at this host would bring the key of one service to another.
 */
export function redirects(mediaHosts) {
  const hosts = mediaHosts.map((host) => host.replaceAll('.', String.raw`\.`)).join('|');
  return [
    [String.raw`^\S* https://[^?]*(?:${PATHS.refused})`, ''],
    [String.raw`^\S* https://(${hosts || '(?!)'})(${PATHS.film})$`, '/relay/media/$1$2'],
    // Another name may lead here, too, and so may letters that need no encoding.
    [String.raw`^\S* https://[^?]*(?:(?:/|%2f)relay(?:/|%2f)|%(?:[46][1-9a-f]|[57][0-9a]))`, ''],
    [String.raw`^([^\s:]+)(?::\d+)? https://\1\.?(?:[:/?]|$)`, ''],
    [String.raw`^\S* (https://[a-z0-9.-]+(?::\d+)?(?:${PATHS.film})?)$`, '$1'],
  ];
}

/**
 * The headers of an answer that reach the page, beside its type, its length and `Location`: what it reads, and what
 * browsers need for videos. What nobody thought of does not.
 */
export const SHOWN_HEADERS = [
  'Accept-Ranges',
  'Cache-Control',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Content-Range',
  'ETag',
  'Expires',
  'Last-Modified',
  'RateLimit-Reset',
  'Retry-After',
  'X-RateLimit-Reset',
  'X-RateLimit-Reset-Requests',
  'X-Request-Id',
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
  slower: [
    429,
    'rate_limited',
    'This relay asks only so often, for one client and with one key. Ask again in a moment.',
  ],
  unreachable: [502, 'upstream_unreachable', 'The relay could not reach the service.'],
  late: [504, 'upstream_timeout', 'The service did not answer the relay in time.'],
};

/** An answer other than 200 is shared for less than this, in seconds. */
export const ERROR_SHARED_FOR = 2;

/**
 * What the relay says with a 429 of its own, which is none of the service's. Its limits are whole numbers per second, so
 * the next one may come within a second; but this answer, too, may be shared.
 */
export const SLOWER_HEADERS = [
  ['Retry-After', String(ERROR_SHARED_FOR)],
  ['Rushes-Relay', 'busy'],
];

/**
 * What a service said longer ago than this, in seconds, is not told in place of `slower`. A part of a hundred in tens:
 * nginx goes by the figures of its clock. With ten, all answers were gone every ten seconds, and pages fell out of step.
 */
export const OLDEST = 50;

/** One address may be a whole office: how many clients of the usual kind it may be. */
export const CLIENTS_AT_ONE_ADDRESS = 20;

/** How long all wait for an answer that one has asked for, in seconds, before another one asks. */
export const ASK_AGAIN_AFTER = 10;

/** Which look-ups are shared, matched against method, `Range` and address: a query may hold a key. */
export const SHARED = String.raw`^GET  /relay/(?!media/)(?![^?]*(?:/|%2f)content$)[^?]+$`;

/** The body of one of `ANSWERS`. */
export function answerBody([, code, message]) {
  return JSON.stringify({ error: { code, message } });
}
