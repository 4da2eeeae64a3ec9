import { HEADERS } from './replies.ts';

/** A file or the requested range of it, as media players need. */
export function sendBytes(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
): Response {
  const headers = { ...HEADERS, 'content-type': type, 'accept-ranges': 'bytes' };
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) {
    return new Response(body(request, bytes), {
      headers: { ...headers, 'content-length': String(bytes.length) },
    });
  }
  const [, from = '', to = ''] = asked;
  const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1);
  if (start > end || start >= bytes.length) {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${bytes.length}` },
    });
  }
  const part = bytes.slice(start, end + 1);
  return new Response(body(request, part), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(part.length),
      'content-range': `bytes ${start}-${end}/${bytes.length}`,
    },
  });
}

function body(request: Request, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  return request.method === 'HEAD' ? null : bytes;
}
