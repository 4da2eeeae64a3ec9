import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, type BrowserContext, type Page } from '@playwright/test';

import { test as base } from './fixtures';
import { storageDump } from './storage';

/** A host that notes every byte it gets, and knows one key. */
export interface Service {
  /** `http://127.0.0.1:12345`. */
  address: string;
  /** As the page calls it: `127.0.0.1:12345`. */
  host: string;
  key: string;
  /** Everything that came in so far, request by request: method, path, headers, body. */
  got: readonly string[];
  /** The ids that were looked up, preflights left out. */
  asked(): string[];
  stop(): void;
}

/** No two of them share as many as four characters in a row, apart from `sk-`. */
export const KEYS = [
  'sk-Vb3kQ8w2Lx71mNp49f2cTz',
  'sk-Hx5tR2m9Zc64qWs83d7aKy',
  'sk-Jd8nG3v7Bw52yCu16e4bXo',
] as const;

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Expose-Headers': '*',
};

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;
export type Services = [Service, Service, Service];

/** Three hosts, each with a key of its own; `answer` may take a request over. */
export async function startServices(answer: Answer = () => false): Promise<Services> {
  const [one, two, three] = KEYS;
  return [
    await startService(one, answer),
    await startService(two, answer),
    await startService(three, answer),
  ];
}

async function startService(key: string, answer: Answer): Promise<Service> {
  const got: string[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', rawHeaders } = request;
    const place = got.push(`${method} ${url}\n${rawHeaders.join('\n')}\n`) - 1;
    request.on('data', (bytes: Buffer) => {
      got[place] += bytes.toString('latin1');
    });
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    if (answer(request, response)) return;
    const accepted = request.headers.authorization === `Bearer ${key}`;
    const id = decodeURIComponent(url.split('/').at(-1) ?? '');
    const task = { id, object: 'video', status: 'in_progress', progress: 40 };
    const body = accepted ? task : { error: { message: 'Invalid API key' } };
    response
      .writeHead(accepted ? 200 : 401, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    key,
    got,
    asked: () => [
      ...new Set(
        got.flatMap((one) => {
          const id = /^GET \/v1\/videos\/([^/?\s]+)/.exec(one)?.[1];
          // What the page asks for to learn whether it was the key that was refused.
          return id === undefined || id === 'rushes-first-check' ? [] : [decodeURIComponent(id)];
        }),
      ),
    ],
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Journeys with three hosts; each fails if any part of a key reaches a host that it is not for. */
export const test = base.extend<{ services: Services }>({
  services: async ({ page }, provide) => {
    void page;
    const services = await startServices();
    await provide(services);
    expectOwnKeysOnly(services);
    for (const service of services) service.stop();
  },
});

/** Waits until a service was asked for exactly these ids with its own key. */
export async function expectAsked(service: Service, ids: readonly string[]): Promise<void> {
  await expect.poll(() => service.asked().toSorted()).toEqual([...ids].toSorted());
  expect(service.got.join('\n')).toContain(service.key);
}

/** Fails if a service got as many as eight characters in a row of a key that is not its own. */
export function expectOwnKeysOnly(services: readonly Service[]): void {
  for (const { address, key, got } of services) {
    const others = services.flatMap((other) => (other.key === key ? [] : other.key));
    expect(partsIn(got.join('\n'), others), `parts of others’ keys at ${address}`).toEqual([]);
  }
}

/** Fails if any part of a key is in the page's markup, its box, its storage or its address. */
export async function expectHidden(page: Page, keys: readonly string[] = KEYS): Promise<void> {
  const boxes = await page
    .locator('textarea')
    .evaluateAll((all) => all.map((box) => (box as HTMLTextAreaElement).value));
  const shown = [await page.content(), ...boxes, page.url(), await storageDump(page)].join('\n');
  expect(partsIn(shown, keys), 'parts of keys in the page').toEqual([]);
}

/** Everything that the page's own host is sent from now on, as one text. */
export function watchOwnHost(context: BrowserContext, origin: string): () => string {
  const seen: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(origin)) return;
    seen.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '');
  });
  return () => seen.join('\n');
}

/** The parts of keys, eight characters long, that a text contains. */
export function partsIn(text: string, keys: readonly string[]): string[] {
  return keys.flatMap((key) =>
    Array.from({ length: key.length - 7 }, (_, at) => key.slice(at, at + 8)).filter((part) =>
      text.includes(part),
    ),
  );
}
