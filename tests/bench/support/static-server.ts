import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
};
const PACKED = /text|json|xml/;

interface Served {
  type: string;
  plain: Buffer;
  /** By the name in `Content-Encoding`, the best first. */
  packed: [name: string, bytes: Buffer][];
}

export interface StaticServer {
  /** `http://localhost:12345/`: there Chromium takes brotli without a certificate. */
  address: string;
  stop(): Promise<void>;
}

/** Serves a built page as its host would: packed beforehand, its hashed files for ever, the others asked for again. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const files = new Map(filesBelow(folder).map((file) => [`/${file}`, readServed(folder, file)]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? '/index.html' : pathname;
    const file = files.get(name);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const accepted = request.headers['accept-encoding'] ?? '';
    const [encoding, bytes] = file.packed.find(([one]) => accepted.includes(one)) ?? [
      null,
      file.plain,
    ];
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': bytes.length,
      'cache-control': name.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      ...(file.packed.length > 0 ? { vary: 'accept-encoding' } : {}),
      ...(encoding ? { 'content-encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', resolve);
  });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
}

function readServed(folder: string, file: string): Served {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const plain = readFileSync(path.join(folder, file));
  if (!PACKED.test(type)) return { type, plain, packed: [] };
  // Their defaults are the hardest brotli, and what most hosts use of gzip.
  return {
    type,
    plain,
    packed: [
      ['br', brotliCompressSync(plain)],
      ['gzip', gzipSync(plain)],
    ],
  };
}
