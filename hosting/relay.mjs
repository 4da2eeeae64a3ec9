// What the relay may contact, read from the environment, for nginx and the relay of `npm start` alike.
// Node built-ins only: hosts run it without installing anything.
import { isIP } from 'node:net';

import { SCHEMES } from './relay-rules.mjs';

/** Something in the environment is invalid. The message is a sentence for the person who hosts the page. */
export class HostingError extends Error {}

/** Requests per second of one client with one key, and for one key of look-ups that are not shared. */
const USUAL = { client: 50, key: 5 };
/** How long an answer is shared, in seconds: what nginx can tell apart by the last figure of its clock. */
const SHARED_FOR = [0, 1, 2, 5];
const USUALLY_SHARED_FOR = 2;

/**
 * @param {Record<string, string | undefined>} env
 *   RELAY_UPSTREAMS      `studio=https://api.example.com house=https://video.example.org/api`
 *   RELAY_KEY_STUDIO     the team's key for one of them, added by the relay
 *   RELAY_SCHEME_STUDIO  how it is sent: `bearer` (default), `key`, `x-api-key`, `api-key` or `x-goog-api-key`
 *   RELAY_MEDIA_HOSTS    `cdn.example.com files.example.org`: video hosts that the page may read through the relay
 *   RELAY_ALLOW_PRIVATE  `yes`: upstreams may use private addresses and plain http, in your own network
 *   RELAY_RATE           requests per second for each client and key
 *   RELAY_KEY_RATE       look-ups per second with each key that really reach a service
 *   RELAY_LISTS          `yes`: people may see the list of their own key's tasks; `team`: also the list of the team's key,
 *                        so that all who open the page see everybody's tasks; otherwise nobody sees any
 *   RELAY_SHARE_SECONDS  how long an answer is given to all who ask with the same key
 * Throws `HostingError`.
 */
export function readRelay(env) {
  const isPrivateAllowed = env.RELAY_ALLOW_PRIVATE === 'yes';
  const lists = listsOf(env.RELAY_LISTS);
  const upstreams = words(env.RELAY_UPSTREAMS).map((word, index) => {
    const one = upstream(word, index + 1, env, isPrivateAllowed);
    return { ...one, lists: one.adds === null ? lists.own : lists.team };
  });
  const names = upstreams.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) throw new HostingError(`RELAY_UPSTREAMS names “${twice}” twice.`);
  refuseStray(env, KEY, [...names, 'rate'], 'a key for no service in RELAY_UPSTREAMS');
  const withKey = upstreams.filter(({ adds }) => adds !== null).map(({ name }) => name);
  refuseStray(env, SCHEME, withKey, 'a scheme for no key of the relay: set RELAY_KEY_… too');
  return {
    upstreams,
    mediaHosts: words(env.RELAY_MEDIA_HOSTS).map(mediaHost),
    client: rateOf('RELAY_RATE', env.RELAY_RATE, USUAL.client),
    key: keyRate(rateOf('RELAY_KEY_RATE', env.RELAY_KEY_RATE, USUAL.key)),
    shareSeconds: shareSeconds(env.RELAY_SHARE_SECONDS),
  };
}

/** Names with another meaning in the relay's addresses, in nginx's maps or in its environment (RELAY_KEY_RATE). */
const TAKEN = ['media', 'default', 'hostnames', 'include', 'volatile', 'rate'];

/** @param place its position in the list, from 1: its text may contain a password, so messages must not quote it */
function upstream(word, place, env, isPrivateAllowed) {
  const [, name, address] = /^([a-z0-9]+(?:-[a-z0-9]+)*)=(.+)$/.exec(word) ?? [];
  if (name === undefined) {
    throw new HostingError(
      `RELAY_UPSTREAMS: number ${place} is not name=address, such as studio=https://api.example.com. ` +
        'Names consist of lower-case letters, digits and hyphens.',
    );
  }
  if (TAKEN.includes(name)) {
    throw new HostingError(`RELAY_UPSTREAMS: “${name}” is reserved; choose another name.`);
  }
  if (!URL.canParse(address) || !/^https?:\/\/[\w.[\]:-]+(?:\/[\w.~/-]*)?$/.test(address)) {
    throw new HostingError(`RELAY_UPSTREAMS: ${name} is not followed by a plain web address.`);
  }
  const url = new URL(address);
  if (isMetadata(url.hostname)) {
    throw new HostingError(
      `RELAY_UPSTREAMS: ${name} is a cloud metadata address, never a service.`,
    );
  }
  if (!isPrivateAllowed && (url.protocol === 'http:' || isPrivate(url.hostname))) {
    throw new HostingError(
      `RELAY_UPSTREAMS: ${name} uses plain http or a private address. If you want that, in your own network, ` +
        'set RELAY_ALLOW_PRIVATE=yes.',
    );
  }
  if (url.protocol === 'https:' && isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) {
    throw new HostingError(
      `RELAY_UPSTREAMS: ${name} uses an IP address. Over https a service must prove its name, so use its host name.`,
    );
  }
  const base = url.origin + url.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
  return { name, base, adds: addedKey(name, env) };
}

/** Whose lists the relay passes on. */
const LISTS = {
  '': { own: false, team: false },
  yes: { own: true, team: false },
  team: { own: true, team: true },
};

function listsOf(text) {
  const said = text?.trim() ?? '';
  if (!Object.hasOwn(LISTS, said)) {
    throw new HostingError(
      'RELAY_LISTS must be yes (lists of people’s own keys) or team (also of the team’s keys: everybody sees all tasks).',
    );
  }
  return LISTS[said];
}

const KEY = 'RELAY_KEY_';
const SCHEME = 'RELAY_SCHEME_';

function variableOf(start, name) {
  return `${start}${name.toUpperCase().replaceAll('-', '_')}`;
}

function refuseStray(env, start, names, what) {
  const known = names.map((name) => variableOf(start, name));
  const stray = Object.keys(env).find(
    (variable) => variable.startsWith(start) && env[variable] && !known.includes(variable),
  );
  if (stray) throw new HostingError(`${stray} is ${what}.`);
}

/** The team's key as a header; null if there is none. */
function addedKey(name, env) {
  const key = keyOf(name, env);
  if (key === null) return null;
  const variable = variableOf(SCHEME, name);
  const scheme = env[variable]?.trim() || 'bearer';
  const way = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
  if (!way) {
    throw new HostingError(`${variable} must be one of ${Object.keys(SCHEMES).join(', ')}.`);
  }
  return { header: way[0], value: way[1] + key };
}

function keyOf(name, env) {
  const variable = variableOf(KEY, name);
  const key = env[variable]?.trim() || null;
  // No real key contains anything that could end the header or has a meaning for nginx.
  if (key !== null && !/^[\w.~+/=:-]+$/.test(key)) {
    throw new HostingError(`${variable} contains characters that are not allowed in a key.`);
  }
  return key;
}

function mediaHost(word) {
  const [, host, port] = /^([a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(word) ?? [];
  const isName = host !== undefined && /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(host);
  if (!isName || isPrivate(host) || Number(port ?? 1) > 65_535) {
    throw new HostingError(
      `RELAY_MEDIA_HOSTS: “${word}” is not the name of a public host, such as cdn.example.com.`,
    );
  }
  return port === undefined ? host.toLowerCase() : `${host.toLowerCase()}:${port}`;
}

/** Four times as many may come at once, or wait for an answer. */
function rateOf(name, text, usual) {
  const rate = text ? Number(text) : usual;
  if (!Number.isInteger(rate) || rate < 1 || rate > 100_000) {
    throw new HostingError(`${name} must be a whole number of requests per second, 1 or more.`);
  }
  return { rate, burst: rate * 4, atOnce: Math.min(rate * 4, MOST_AT_ONCE) };
}

/**
 * What a service allows at once is often no more than four times its rate: asked for just that, it would refuse one, and
 * then all who share the key would slow down.
 */
function keyRate(rates) {
  return { ...rates, burst: rates.rate * 2 };
}

/** nginx cannot count any further. */
const MOST_AT_ONCE = 65_535;

function shareSeconds(text) {
  const seconds = text ? Number(text) : USUALLY_SHARED_FOR;
  if (!SHARED_FOR.includes(seconds)) {
    throw new HostingError(`RELAY_SHARE_SECONDS must be one of ${SHARED_FOR.join(', ')}.`);
  }
  return seconds;
}

function words(text) {
  return (text ?? '').split(/[\s,]+/).filter(Boolean);
}

/** Cloud metadata addresses, which hand out a machine's secrets. */
function isMetadata(host) {
  return /^(?:169\.254\.|100\.100\.100\.200$|\[fe80:|\[fd00:ec2:|\[::ffff:a9fe:|metadata(?:\.|$))/i.test(
    host,
  );
}

/** Names and addresses with a meaning only inside a network (RFC 1918, 4193, 6761, 6762 and similar). */
function isPrivate(host) {
  const bare = host.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  // 2002: and 2001:0: contain an IPv4 address, which may be private.
  if (isIP(bare) === 6) return !/^(?!2002:|2001:(?:0:|:))[23]/.test(bare);
  if (isIP(bare) === 4) {
    return /^(?:0|10|127|22[4-9]|2[3-5]\d)\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.(?:0\.0|168)\.|^198\.1[89]\./.test(
      bare,
    );
  }
  return (
    /(?:^|\.)(?:localhost|local|internal|lan|home|corp|intranet)$/.test(bare) || !bare.includes('.')
  );
}
