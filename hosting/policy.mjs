// The only source of the page's headers: nginx, the files for static hosts and `npm start` all use it.
// Node built-ins only: hosts run it without installing anything.
import { existsSync, readFileSync } from 'node:fs';

/** Files with fingerprinted names never change; all others are revalidated every time. */
export const CACHING = {
  assets: 'public, max-age=31536000, immutable',
  others: 'no-cache',
};

/** Used when config.json cannot be read: the page may contact only its own host. */
export const CLOSED = { otherAddresses: false };

/** The contents of config.json: empty if there is none, undefined if it cannot be read as a JSON object. */
export function readConfig(file) {
  try {
    const config = existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
      : {};
    return typeof config === 'object' && !Array.isArray(config) ? (config ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/** The settings there are. The page ignores others, so that one kept by a browser starts with a newer file, too. */
const SETTINGS = [
  '$schema',
  'services',
  'otherAddresses',
  'language',
  'brand',
  'help',
  'notice',
  'mediaHosts',
  'mediaByRelay',
  'feeds',
];

/** A sentence for the host about settings that nobody reads, or that the page could not follow; null if all is well. */
export function misspelt(config) {
  const unknown = Object.keys(config ?? {}).filter((name) => !SETTINGS.includes(name));
  if (unknown.length > 0) {
    const names = unknown.map((name) => JSON.stringify(name.slice(0, 60))).join(', ');
    return `config.json: ${names} is not a known setting. Check the spelling.`;
  }
  const services = listOf(config?.services).map((service) => plain(service?.name));
  const at = listOf(config?.feeds).findIndex(
    (feed) =>
      plain(feed?.name) === '' ||
      !/^(?![a-z][a-z\d+.-]*:)\S|^https?:\/\/[^\s/@]+(?:[/?]|$)/i.test(plain(feed?.url)) ||
      !services.includes(plain(feed?.service)) ||
      Object.keys(feed).length > 3,
  );
  return at < 0
    ? null
    : `config.json: feeds[${at}] needs a name, a url (a file next to the page, or https://…) and the service, one of those above; nothing else.`;
}

function plain(text) {
  return typeof text === 'string' ? text.trim().toLowerCase() : '';
}

/**
 * Every header except caching.
 * @param {object} config the contents of config.json; invalid values count as missing, but the page is only open to
 *   other addresses if `otherAddresses` is `true` or missing
 * @returns {[name: string, value: string][]}
 */
export function pageHeaders(config) {
  return [
    ['Content-Security-Policy', contentSecurityPolicy(config)],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', PERMISSIONS],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
  ];
}

/** The page uses none of these; what it does use (sound, full screen, clipboard) is not in the list. */
const PERMISSIONS = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((name) => `${name}=()`)
  .join(', ');

function contentSecurityPolicy(config) {
  const { connect, media } = sources(config);
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'img-src': ["'self'", 'blob:', 'data:', ...media],
    'media-src': ["'self'", 'blob:', ...media],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    // Downloads that the page itself writes start in a hidden frame on its own origin.
    'frame-src': ["'self'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // The page's only policy: src/platform/script-url.ts.
    'trusted-types': ['rushes'],
  })
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/** This machine may be contacted without https, because that is where people try things out. */
const LOCAL = ['http://localhost:*', 'http://127.0.0.1:*'];

/**
 * The hosts the page may contact, and the hosts videos and images may come from, besides its own. If people may type
 * addresses, that is any host over https, plus services that the admin lists over plain http.
 */
function sources(config) {
  const services = listOf(config?.services).flatMap((service) => originOf(service?.base) ?? []);
  const feeds = listOf(config?.feeds).flatMap((feed) => feedOrigin(feed?.url) ?? []);
  const films = listOf(config?.mediaHosts).filter(isHostPattern);
  const plain = services.filter((origin) => origin.startsWith('http:'));
  const anywhere = ['https:', ...LOCAL, ...plain];
  const plainFeeds = feeds.filter((origin) => origin.startsWith('http:'));
  if ((config?.otherAddresses ?? true) === true) {
    return { connect: [...new Set([...anywhere, ...plainFeeds])], media: anywhere };
  }
  const named = [...new Set([...services, ...films.map((host) => `https://${host}`)])];
  return {
    connect: [...new Set([...named, ...feeds])],
    media: films.length > 0 ? named : ['https:', ...plain],
  };
}

function listOf(value) {
  return Array.isArray(value) ? value : [];
}

function isHostPattern(host) {
  return typeof host === 'string' && /^(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(host);
}

/** The origin of a feed that is not next to the page. */
function feedOrigin(url) {
  return typeof url === 'string' && /^\s*https?:\/\//i.test(url) ? originOf(url) : null;
}

/** The origin of an address as admins write it; the page parses it the same way. Null if there is none. */
function originOf(base) {
  if (typeof base !== 'string') return null;
  const text = base.trim().replaceAll(/^["'<`(]+|[>"'`),;。，]+$/g, '');
  const local = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/]|$)/i.test(text);
  if (/^(?!https?:)[a-z][a-z\d+.-]*:\/\//i.test(text)) return null;
  const full = /^https?:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(full)) return null;
  const { protocol, origin, hostname } = new URL(full);
  // Allow nothing that could end the directive or the header.
  return /^https?:$/.test(protocol) && /^[\w.[\]:-]+$/.test(hostname) ? origin : null;
}
