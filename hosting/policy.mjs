// The headers of the page: their one source. nginx, the files for static hosts and `npm start` all take them from here.
// Node builtins only: hosts run it without installing anything.
import { existsSync, readFileSync } from 'node:fs';

/** Fingerprinted names never mean anything else; all other files are asked about every time. */
export const CACHING = {
  assets: 'public, max-age=31536000, immutable',
  others: 'no-cache',
};

/** What a page is held to whose config.json nobody can read: it asks its own host alone. */
export const CLOSED = { otherAddresses: false };

/** What config.json holds: nothing where there is none, undefined where it cannot be read as an object of JSON. */
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

/**
 * Every header but that of caching.
 * @param {object} config what config.json holds; what is missing or odd counts as left out, but `otherAddresses`
 *   has to be `true` or missing to open the page
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

/** Nothing of these is used; what is left out of the list (sound, full screen, clipboard) is the page's own. */
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
    // Downloads that the page writes itself start in a hidden frame of its own address.
    'frame-src': ["'self'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // The one policy of the page: src/core/script-url.ts.
    'trusted-types': ['rushes'],
  })
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/** This very machine may be asked without https: that is where people try things. */
const LOCAL = ['http://localhost:*', 'http://127.0.0.1:*'];

/**
 * Whom the page may ask, and where films and pictures may lie, besides its own host. Where people may type
 * addresses, that is any host over https, and services that the admin lists without.
 */
function sources(config) {
  const services = listOf(config?.services).flatMap((service) => originOf(service?.base) ?? []);
  const films = listOf(config?.filmHosts).filter(isHostPattern);
  const plain = services.filter((origin) => origin.startsWith('http:'));
  const anywhere = ['https:', ...LOCAL, ...plain];
  if ((config?.otherAddresses ?? true) === true) return { connect: anywhere, media: anywhere };
  const named = [...new Set([...services, ...films.map((host) => `https://${host}`)])];
  return { connect: named, media: films.length > 0 ? named : ['https:', ...plain] };
}

function listOf(value) {
  return Array.isArray(value) ? value : [];
}

function isHostPattern(host) {
  return typeof host === 'string' && /^(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(host);
}

/** The origin of an address as admins write it; the page reads it the same way. Null for none. */
function originOf(base) {
  if (typeof base !== 'string') return null;
  const text = base.trim().replaceAll(/^["'<`(]+|[>"'`),;。，]+$/g, '');
  const local = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/]|$)/i.test(text);
  const full = /^https?:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(full)) return null;
  const { protocol, origin, hostname } = new URL(full);
  // Nothing that could end the directive or the header.
  return /^https?:$/.test(protocol) && /^[\w.[\]:-]+$/.test(hostname) ? origin : null;
}
