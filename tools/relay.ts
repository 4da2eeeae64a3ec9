import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestOptions } from 'node:https';
import { pipeline } from 'node:stream/promises';

import type { Connect, Plugin } from 'vite';

import {
  ANSWERS,
  answerBody,
  ASKED_BY,
  RELAY_HEADERS,
  SHARED,
  SLOWER_HEADERS,
  type RelayAnswer,
} from '../hosting/relay-rules.mjs';
import { readRelay, type Relay } from '../hosting/relay.mjs';
import { ask, passed, routes, shownBy, type Target } from './relay-ask.ts';
import { limitsOf } from './relay-limits.ts';
import { hashOf, shareFor, type Answer } from './relay-share.ts';

/** The largest request body that is not refused, in bytes. */
const MAX_BODY = 1024;
/** The longest answer that is waited for as a whole, in bytes: pages read less. */
const MAX_ANSWER = 16_000_000;

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

/** Passes look-ups on, as `hosting/nginx` does. Everything not below `/relay/` goes to the next handler. */
export function createRelay(
  rules: Relay,
  network: Pick<RequestOptions, 'ca' | 'lookup'> = {},
): Connect.NextHandleFunction {
  const targetOf = routes(rules);
  const shown = shownBy(rules);
  const limits = limitsOf(rules);
  const share = shareFor(rules.shareSeconds);
  const isShared = new RegExp(SHARED, 'i');

  /** What gives its place back when the service has answered; null if it may not be asked now. */
  const placeFor = (request: IncomingMessage, target: Target): (() => void) | null => {
    const { service, keys, isLookUp, adds } = target;
    const key = hashOf([service, adds, keys.map((name) => request.headers[name.toLowerCase()])]);
    if (isLookUp && !limits.key(key)) return null;
    return limits.client(`${request.socket.remoteAddress} ${key}`);
  };

  const fetchWhole = async (request: IncomingMessage, target: Target): Promise<Answer> => {
    const free = placeFor(request, target);
    if (!free) return { ...own(ANSWERS.slower), isBusy: true };
    try {
      const headers = passed(request, target);
      const reply = await ask(target.url, { method: 'GET', headers, ...network });
      const body = await wholeOf(reply);
      const { statusCode: status = 502 } = reply;
      const said = shown(reply, target, request.headers.host);
      const isVideo = !/^$|^text\/|^application\/(?:[\w.+-]+\+)?json/i.test(
        reply.headers['content-type'] ?? '',
      );
      return { status, headers: said, body, at: performance.now(), isVideo };
    } catch (error) {
      return own(faultOf(error));
    } finally {
      free();
    }
  };

  const stream = async (
    request: IncomingMessage,
    response: ServerResponse,
    target: Target,
  ): Promise<void> => {
    const free = placeFor(request, target);
    if (!free) return give(response, own(ANSWERS.slower));
    const gone = new AbortController();
    response.on('close', () => {
      gone.abort();
      free();
    });
    const { method } = request;
    const headers = passed(request, target);
    const reply = await ask(target.url, { method, headers, signal: gone.signal, ...network });
    response.writeHead(reply.statusCode ?? 502, {
      ...shown(reply, target, request.headers.host),
      ...(target.isLookUp && { Age: 0 }),
    });
    await pipeline(reply, response);
  };

  const pass = async (
    request: IncomingMessage,
    response: ServerResponse,
    raw: string,
  ): Promise<void> => {
    const { method, headers, socket } = request;
    const refusal =
      refusalOf(request) ?? (limits.address(socket.remoteAddress ?? '') ? null : ANSWERS.slower);
    if (refusal) return give(response, own(refusal));
    const target = targetOf(raw);
    if (!target) return give(response, own(ANSWERS.notOffered));
    if (rules.shareSeconds === 0 || !isShared.test(`${method} ${headers.range ?? ''} ${raw}`)) {
      return stream(request, response, target);
    }
    const asked = [target.url, passed(request, target)];
    const answer = await share(asked, async () => fetchWhole(request, target));
    return give(response, answer, { Age: Math.floor((performance.now() - answer.at) / 1000) });
  };

  return (request, response, next) => {
    // As received: what is decoded here may be read differently there.
    const raw = request.originalUrl ?? request.url ?? '';
    if (!raw.startsWith('/relay/')) return next();
    return void pass(request, response, raw).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else give(response, own(faultOf(error)));
    });
  };
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

/** Rejects where a service never ends. */
async function wholeOf(reply: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of reply as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > MAX_ANSWER) throw new Error('too long');
  }
  return Buffer.concat(parts);
}

function faultOf(error: unknown): RelayAnswer {
  return error instanceof Error && error.message === 'late' ? ANSWERS.late : ANSWERS.unreachable;
}

/** One of the relay's own answers. */
function own(said: RelayAnswer): Answer {
  const [status] = said;
  const headers = Object.fromEntries([
    ['Content-Type', 'application/json'],
    ['Cache-Control', 'no-store'],
    ...RELAY_HEADERS,
    ...(status === 429 ? SLOWER_HEADERS : []),
  ]) as Answer['headers'];
  return { status, headers, body: Buffer.from(answerBody(said)), at: performance.now() };
}

function give(
  response: ServerResponse,
  { status, headers, body }: Answer,
  more: Answer['headers'] = {},
): void {
  response.writeHead(status, { ...headers, ...more });
  response.end(body);
}
