import { spawn } from 'node:child_process';
import { lookup } from 'node:dns';
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect, createServer as createProbe, type AddressInfo } from 'node:net';

import { readRelay } from '../../../hosting/relay.mjs';
import { createRelay } from '../../../tools/relay';

type Env = Record<string, string>;

export interface Host {
  port: number;
  /** Everything it has printed: its log and its errors. */
  said(): string;
  stop(): Promise<void>;
}

/** The real nginx, started as a host would. Rejects with its output if it does not come up. */
export async function startNginx(site: string, env: Env): Promise<Host> {
  const port = await freePort();
  const child = spawn(process.execPath, ['hosting/nginx/run.mjs', site], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  const host = {
    port,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
  const died = ended.then(() => {
    throw new Error(`nginx ended: ${said}`);
  });
  await Promise.race([untilHealthy(port), died]);
  died.catch(() => {});
  return host;
}

/** The relay of `npm start`, using the tests' name server. */
export async function startNodeRelay(env: Env): Promise<Host> {
  const { CA_FILE: caFile } = env;
  const relay = createRelay(readRelay(env), {
    ...(caFile && { ca: readFileSync(caFile) }),
    lookup: (name, options, done) => {
      lookup(
        name.endsWith('.test') && !name.includes('gone') ? 'localhost' : name,
        { ...options, family: 4 },
        done,
      );
    },
  });
  const server = createServer((incoming, outgoing) => {
    relay(incoming, outgoing, () => outgoing.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    said: () => '',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The real nginx and the relay of `npm start`, to be asked the same. */
export async function startBoth(site: string, env: Env): Promise<Record<Kind, Host>> {
  const [nginx, start] = await Promise.all([startNginx(site, env), startNodeRelay(env)]);
  return { nginx, 'npm start': start };
}

/** One of them. */
export async function startHost(kind: Kind, site: string, env: Env): Promise<Host> {
  return kind === 'nginx' ? startNginx(site, env) : startNodeRelay(env);
}

export const KINDS = ['nginx', 'npm start'] as const;
type Kind = (typeof KINDS)[number];

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Requests a path exactly as written: nothing is encoded, decoded or shortened on the way. */
export function ask(
  { port }: Pick<Host, 'port'>,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Env; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path, method, headers, agent: false },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () => {
          const { statusCode: status = 0 } = reply;
          resolve({ status, headers: reply.headers, body: Buffer.concat(parts) });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Sends raw bytes, and returns everything received until the other side closes. */
export function send({ port }: Pick<Host, 'port'>, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1');
    });
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createProbe();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function untilHealthy(port: number): Promise<void> {
  for (;;) {
    try {
      const { status } = await ask({ port }, '/healthz');
      if (status === 200) return;
    } catch {
      // It is not listening yet.
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
