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
  HIDDEN_HEADERS,
  KEY_HEADERS,
  PASSED_HEADERS,
  PATHS,
  RELAY_HEADERS,
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

/** `keys`: which headers of the page may carry a key there, and the one that the relay adds. */
type Target = { url: string; keys: readonly string[]; adds: AddedKey | null };

/** Passes look-ups on, as `hosting/nginx` does. Everything not below `/relay/` goes to the next handler. */
export function createRelay(
  rules: Relay,
  network: Pick<RequestOptions, 'ca' | 'lookup'> = {},
): Connect.NextHandleFunction {
  const targetOf = routes(rules);
  const mayAsk = limiter(rules);
  const redirects = rules.mediaHosts.map((host) => `https://${host}/`);

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
        response.writeHead(statusOf(reply), shown(reply, redirects));
        reply.pipe(response);
        reply.on('error', () => response.destroy());
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('late')));
    asked.on('error', ({ message }) => {
      if (response.headersSent) response.destroy();
      else answer(response, message === 'late' ? ANSWERS.late : ANSWERS.unreachable);
    });
    response.on('close', () => asked.destroy());
    return asked.end();
  };
}

/** Node cannot send a status below 100, which a service might make up. */
function statusOf({ statusCode = 502 }: IncomingMessage): number {
  return statusCode < 100 ? 502 : statusCode;
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
    if (mediaHosts.includes(host)) return { url: `https://${host}${path}`, keys: [], adds: null };
    const [, name, asked = ''] = lookUp.exec(raw) ?? [];
    const upstream = upstreams.find((one) => one.name === name);
    if (!upstream) return null;
    const { base, adds } = upstream;
    return { url: base + asked, keys: adds === null ? KEY_HEADERS : [], adds };
  };
}

function passed({ headers }: IncomingMessage, { keys, adds }: Target): OutgoingHttpHeaders {
  const kept = [...PASSED_HEADERS, ...keys].map((name) => [name, headers[name.toLowerCase()]]);
  return Object.fromEntries(
    [...kept, [adds?.header, adds?.value]].filter(([, value]) => value !== undefined),
  ) as OutgoingHttpHeaders;
}

const HIDDEN = new Set(
  [...HIDDEN_HEADERS, 'Connection', 'Keep-Alive'].map((one) => one.toLowerCase()),
);

function shown(reply: IncomingMessage, redirects: readonly string[]): OutgoingHttpHeaders {
  const kept = Object.entries(reply.headers).filter(([name]) => !HIDDEN.has(name));
  const { location } = reply.headers;
  const relayed = redirects.some((start) => location?.startsWith(start));
  return {
    ...Object.fromEntries(kept),
    ...(relayed && { location: location?.replace('https://', '/relay/media/') }),
    ...Object.fromEntries(RELAY_HEADERS),
  };
}

function answer(response: ServerResponse, said: RelayAnswer): void {
  const [status] = said;
  response.writeHead(status, {
    'Content-Type': 'application/json',
    ...Object.fromEntries(RELAY_HEADERS),
    ...(status === 429 && { 'Retry-After': '1' }),
  });
  response.end(answerBody(said));
}

/** A leaky bucket for each client address, like nginx's `limit_req`, and a count of open requests, like `limit_conn`. */
function limiter({ rate, burst, atOnce }: Relay) {
  const excess = new Map<string, { at: number; level: number; open: number }>();
  return ({ socket }: IncomingMessage, response: ServerResponse): boolean => {
    const client = socket.remoteAddress ?? '';
    const now = performance.now();
    const before = excess.get(client) ?? { at: now, level: 0, open: 0 };
    const level = Math.max(0, before.level - ((now - before.at) / 1000) * rate) + 1;
    if (level > burst + 1 || before.open >= atOnce) return false;
    const after = { at: now, level, open: before.open + 1 };
    excess.set(client, after);
    response.on('close', () => {
      const latest = excess.get(client);
      if (latest) latest.open -= 1;
    });
    return true;
  };
}
