// A static host: it serves a folder below `/team/rushes/` and obeys the `_headers` file in it, as Netlify and Cloudflare
// Pages do. It knows nothing of this page.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

export const BELOW = '/team/rushes/';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
};

/** The server, not yet listening. The folder is read anew for each request. */
export function staticHost(folder) {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.startsWith(BELOW) ? pathname.slice(BELOW.length) || 'index.html' : null;
    const file = name === null ? null : path.join(folder, path.posix.normalize(`/${name}`));
    if (file === null || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    const bytes = readFileSync(file);
    const headers = headersFor(`/${name}`, path.join(folder, '_headers'));
    const [start, end] = rangeOf(request.headers.range, bytes.length);
    response.writeHead(request.headers.range ? 206 : 200, {
      'Cache-Control': 'public, max-age=0, must-revalidate',
      ...headers,
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Accept-Ranges': 'bytes',
      ...(request.headers.range && { 'Content-Range': `bytes ${start}-${end}/${bytes.length}` }),
    });
    response.end(bytes.subarray(start, end + 1));
  });
}

/** Rules that fit add up; a path ends in `*` or is meant as it stands. */
function headersFor(pathname, file) {
  const found = {};
  let fits = false;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (name === undefined)
      fits = line.endsWith('*') ? pathname.startsWith(line.slice(0, -1)) : pathname === line;
    else if (fits) found[name] = value;
  }
  return found;
}

function rangeOf(header, size) {
  const [, start = '0', end = ''] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  return [Number(start), Math.min(end === '' ? size - 1 : Number(end), size - 1)];
}
