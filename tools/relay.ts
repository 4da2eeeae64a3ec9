import { readFileSync } from 'node:fs';
import http, {
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import https, { type RequestOptions } from 'node:https';

import type { Connect, Plugin } from 'vite';

import {
  ANSWERS,
  answerBody,
  ASKED_BY,
  KEY_HEADERS,
  PASSED_HEADERS,
  PATHS,
  redirects,
  RELAY_HEADERS,
  SHOWN_HEADERS,
  type RelayAnswer,
} from '../hosting/relay-rules.mjs';
import { readRelay, type AddedKey, type Relay } from '../hosting/relay.mjs';

/** How long a service may stay silent, in ms; the same as in nginx's template. */
const SILENT_MS = 60_000;
/** The largest request body that is not refused, in bytes. */
const MAX_BODY = 1024;

/** `/relay/…` in `npm start` and `npm run dev`, with the same environment and the same rules as with nginx. */
export function relay(): Plugin {
  const mount = (middlewares: Connect.Server): void => {
    const { CA_FILE: caFile } = process.env;
    middlewares.use(
      createRelay(readRelay(process.env), caFile ? { ca: readFileSync(caFile) } : {}),
    );
  };
  return {
    name: 'rushes:relay',
    configureServer: ({ middlewares }) => mount(middlewares),
    configurePreviewServer: ({ middlewares }) => mount(middlewares),
  };
}

/** `isLookUp`: what is answered must not be kept. `keys`: which headers of the page may carry a key there, and the one that the relay adds. */
type Target = { url: string; isLookUp: boolean; keys: readonly string[]; adds: AddedKey | null };

/** Passes look-ups on, as `hosting/nginx` does. Everything not below `/relay/` goes to the next handler. */
export function createRelay(
  rules: Relay,
  network: Pick<RequestOptions, 'ca' | 'lookup'> = {},
): Connect.NextHandleFunction {
  const targetOf = routes(rules);
  const mayAsk = limiter(rules);
  const shown = shownBy(rules);

  return (request, response, next) => {
    // As received: what is decoded here may be read differently there.
    const raw = request.originalUrl ?? request.url ?? '';
    if (!raw.startsWith('/relay/')) return next();
    const refusal = refusalOf(request) ?? (mayAsk(request, response) ? null : ANSWERS.slower);
    if (refusal) return answer(response, refusal);
    const target = targetOf(raw);
    if (!target) return answer(response, ANSWERS.notOffered);
    const { request: open } = target.url.startsWith('https:') ? https : http;
    const asked = open(
      target.url,
      { method: request.method, headers: passed(request, target), timeout: SILENT_MS, ...network },
      (reply) => {
        reply.on('error', () => response.destroy());
        try {
          response.writeHead(statusOf(reply), shown(reply, request, target));
          reply.pipe(response);
        } catch (error) {
          asked.destroy(error as Error);
        }
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('late')));
    const fail = ({ message }: Error): void => {
      if (response.headersSent) response.destroy();
      else answer(response, message === 'late' ? ANSWERS.late : ANSWERS.unreachable);
    };
    asked.on('error', fail);
    // Nobody asked for another protocol; after this nothing else is said of the request.
    asked.on('upgrade', (_, socket) => {
      socket.destroy();
      fail(new Error('upgrade'));
    });
    response.on('close', () => asked.destroy());
    return asked.end();
  };
}

/** Throws where a service made up a status that is no answer. */
function statusOf({ statusCode = 0 }: IncomingMessage): number {
  if (statusCode < 200) throw new Error(`status ${statusCode}`);
  return statusCode;
}

function refusalOf({ method, headers }: IncomingMessage): RelayAnswer | null {
  const from = `${headers['sec-fetch-site'] ?? ''}:${headers['sec-fetch-dest'] ?? ''}`;
  if (method !== 'GET' && method !== 'HEAD') return ANSWERS.notAllowed;
  const isLarge = Number(headers['content-length'] ?? 0) > MAX_BODY;
  if (isLarge || headers['transfer-encoding'] !== undefined) return ANSWERS.tooLarge;
  // No connection may switch to another protocol.
  if (headers.upgrade !== undefined) return ANSWERS.foreign;
  return new RegExp(ASKED_BY).test(from) ? null : ANSWERS.foreign;
}

function routes({ upstreams, mediaHosts }: Relay) {
  const refused = new RegExp(PATHS.refused, 'i');
  const lookUp = new RegExp(`^/relay/([a-z0-9-]+)(${PATHS.lookUp})$`);
  const film = new RegExp(`^/relay/media/([a-z0-9.:-]+)(${PATHS.film})$`);
  return (raw: string): Target | null => {
    if (refused.test(raw.replace(/\?.*$/, ''))) return null;
    const [, host = '', path = ''] = film.exec(raw) ?? [];
    if (mediaHosts.includes(host)) {
      return { url: `https://${host}${path}`, isLookUp: false, keys: [], adds: null };
    }
    const [, name, asked = ''] = lookUp.exec(raw) ?? [];
    const upstream = upstreams.find((one) => one.name === name);
    if (!upstream) return null;
    const { base, adds } = upstream;
    const isLookUp = !/^[^?]*(?:\/|%2f)content(?:\?|$)/i.test(asked);
    return { url: base + asked, isLookUp, keys: adds === null ? KEY_HEADERS : [], adds };
  };
}

function passed({ headers }: IncomingMessage, { keys, adds }: Target): OutgoingHttpHeaders {
  const kept = [...PASSED_HEADERS, ...keys].map((name) => [name, headers[name.toLowerCase()]]);
  return Object.fromEntries(
    [...kept, [adds?.header, adds?.value]].filter(([, value]) => value !== undefined),
  ) as OutgoingHttpHeaders;
}

const SHOWN = ['Content-Type', 'Content-Length', ...SHOWN_HEADERS].map((one) => one.toLowerCase());
const KEPT_BY_BROWSERS = ['cache-control', 'expires'];

function shownBy({ mediaHosts }: Relay) {
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
    { headers: { host } }: IncomingMessage,
    { isLookUp }: Target,
  ): OutgoingHttpHeaders => {
    const kept = SHOWN.filter((name) => !isLookUp || !KEPT_BY_BROWSERS.includes(name)).map(
      (name) => [name, headers[name]],
    );
    const location = headers.location && locationOf(headers.location, host);
    return {
      ...(Object.fromEntries(
        kept.filter(([, value]) => value !== undefined),
      ) as OutgoingHttpHeaders),
      ...(isLookUp && { 'cache-control': 'no-store' }),
      ...(location && { location }),
      ...Object.fromEntries(RELAY_HEADERS),
    };
  };
}

function answer(response: ServerResponse, said: RelayAnswer): void {
  const [status] = said;
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...Object.fromEntries(RELAY_HEADERS),
    ...(status === 429 && { 'Retry-After': '1' }),
  });
  response.end(answerBody(said));
}

/**
 * A leaky bucket for each client address, like nginx's `limit_req`, and a count of open requests for each of its services,
 * like `limit_conn`: one that never answers must not keep a client from the others.
 */
function limiter({ rate, burst, atOnce }: Relay) {
  const excess = new Map<string, { at: number; level: number }>();
  const open = new Map<string, number>();
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const client = request.socket.remoteAddress ?? '';
    const service = `${client} ${/^\/relay\/((?:media\/)?[^/]*)/.exec(request.url ?? '')?.[1]}`;
    const now = performance.now();
    const before = excess.get(client) ?? { at: now, level: 0 };
    const level = Math.max(0, before.level - ((now - before.at) / 1000) * rate) + 1;
    if (level > burst + 1 || (open.get(service) ?? 0) >= atOnce) return false;
    excess.set(client, { at: now, level });
    open.set(service, (open.get(service) ?? 0) + 1);
    response.on('close', () => open.set(service, (open.get(service) ?? 1) - 1));
    return true;
  };
}
