import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https, { type RequestOptions } from 'node:https';

import {
  KEY_HEADERS,
  PASSED_HEADERS,
  PATHS,
  redirects,
  RELAY_HEADERS,
  SHOWN_HEADERS,
} from '../hosting/relay-rules.mjs';
import type { AddedKey, Relay } from '../hosting/relay.mjs';

/** How long a service may stay silent, in ms; the same as in nginx's template. */
const SILENT_MS = 60_000;

export interface Target {
  service: string;
  url: string;
  /** What is said of a task, which is true for a moment only; not a video. */
  isLookUp: boolean;
  /** Which headers of the page may carry a key there. */
  keys: readonly string[];
  /** The key that the relay adds. */
  adds: AddedKey | null;
}

/** Where an address leads; null where the relay asks nobody. */
export function routes({ upstreams, mediaHosts }: Relay): (raw: string) => Target | null {
  const refused = new RegExp(PATHS.refused, 'i');
  const lookUp = new RegExp(`^/relay/([a-z0-9-]+)(${PATHS.lookUp})$`);
  const list = new RegExp(`^/relay/([a-z0-9-]+)(${PATHS.list})$`);
  const film = new RegExp(`^/relay/media/([a-z0-9.:-]+)(${PATHS.film})$`);
  return (raw) => {
    if (refused.test(raw.replace(/\?.*$/, ''))) return null;
    const [, host = '', path = ''] = film.exec(raw) ?? [];
    if (mediaHosts.includes(host)) {
      const url = `https://${host}${path}`;
      return { service: host, url, isLookUp: false, keys: [], adds: null };
    }
    const listed = list.exec(raw);
    const [, name, asked = ''] = listed ?? lookUp.exec(raw) ?? [];
    const upstream = upstreams.find((one) => one.name === name);
    if (!upstream || (listed && !upstream.lists)) return null;
    const { base, adds } = upstream;
    return {
      service: upstream.name,
      url: base + asked,
      isLookUp: !/^[^?]*(?:\/|%2f)content(?:\?|$)/i.test(asked),
      keys: adds === null ? KEY_HEADERS : [],
      adds,
    };
  };
}

/** The headers that reach the service. */
export function passed(
  { headers }: IncomingMessage,
  { keys, adds }: Pick<Target, 'keys' | 'adds'>,
): OutgoingHttpHeaders {
  const kept = [...PASSED_HEADERS, ...keys].map((name) => [name, headers[name.toLowerCase()]]);
  return Object.fromEntries(
    [...kept, [adds?.header, adds?.value]].filter(([, value]) => value !== undefined),
  ) as OutgoingHttpHeaders;
}

/** Rejects with `late` if the service stays silent, and where it says anything that is no answer. */
export function ask(
  url: string,
  options: Pick<RequestOptions, 'method' | 'headers' | 'ca' | 'lookup' | 'signal'>,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http;
    const asked = request(url, { ...options, timeout: SILENT_MS }, (reply) => {
      if ((reply.statusCode ?? 0) >= 200) resolve(reply);
      else asked.destroy(new Error(`status ${reply.statusCode}`));
    });
    asked.on('timeout', () => asked.destroy(new Error('late')));
    asked.on('error', reject);
    // Nobody asked for another protocol; after this nothing else is said of the request.
    asked.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new Error('upgrade'));
    });
    asked.end();
  });
}

const SHOWN = ['Content-Type', 'Content-Length', ...SHOWN_HEADERS].map((one) => one.toLowerCase());
const KEPT_BY_BROWSERS = ['cache-control', 'expires'];

/** The headers that reach the page. `host`: what it calls this host. */
export function shownBy({ mediaHosts }: Relay) {
  const rules = redirects(mediaHosts).map(
    ([expression, told]) => [new RegExp(expression, 'i'), told] as const,
  );
  const locationOf = (location: string, host = ''): string | undefined => {
    const subject = `${host} ${location}`;
    const [expression, told = ''] = rules.find(([one]) => one.test(subject)) ?? [];
    return expression && told && subject.replace(expression, told);
  };
  return (
    { headers }: IncomingMessage,
    { isLookUp }: Target,
    host: string | undefined,
  ): OutgoingHttpHeaders => {
    const names = isLookUp ? SHOWN.filter((name) => !KEPT_BY_BROWSERS.includes(name)) : SHOWN;
    const said = names.map((name) => [name, headers[name]]);
    const location = headers.location && locationOf(headers.location, host);
    return {
      ...(Object.fromEntries(
        said.filter(([, value]) => value !== undefined),
      ) as OutgoingHttpHeaders),
      ...(isLookUp && { 'cache-control': 'no-store' }),
      ...(location && { location }),
      ...Object.fromEntries(RELAY_HEADERS),
    };
  };
}
