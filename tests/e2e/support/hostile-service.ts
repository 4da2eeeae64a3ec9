// oxlint-disable no-script-url -- what must never become a link is what these are
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Harm as HTML, as it would run if any text of a service were taken for more than text. */
const HTML =
  '<img src=x onerror="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)" onmouseover="alert(4)">x</a>';
const WIDE = 'x'.repeat(100_000);

type Answer = Record<string, unknown>;

/** Answers by task id; each is one way to do harm. */
const ANSWERS: Readonly<Record<string, (origin: string) => Answer | string>> = {
  html_prompt: () => ({
    status: 'in_progress',
    progress: 40,
    prompt: HTML,
    enhanced_prompt: HTML,
    model: HTML,
  }),
  html_word: () => ({ status: HTML, prompt: 'A strange word' }),
  html_error: () => ({
    status: 'failed',
    prompt: 'A strange error',
    error: { message: HTML, code: HTML },
  }),
  script_link: () => ({
    status: 'completed',
    prompt: 'A link that is a script',
    video_url: 'javascript:alert(5)',
    thumbnail_url: 'javascript:alert(6)',
    input_images: ['javascript:alert(7)', 'data:text/html,<script>alert(8)</script>'],
  }),
  page_link: () => ({
    status: 'completed',
    prompt: 'A link that is a page',
    video_url: 'data:text/html,<script>alert(9)</script>',
  }),
  svg_image: () => ({
    status: 'queued',
    prompt: 'A picture with a script',
    input_images: [
      `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(10)"><script>alert(11)</script></svg>')}`,
    ],
  }),
  ten_megabytes: () => ({ status: 'in_progress', prompt: 'x'.repeat(10_000_000) }),
  deep: () => `${'{"data":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  wide_prompt: () => ({ status: 'in_progress', prompt: WIDE }),
  wide_word: () => ({ status: WIDE, prompt: 'A long word', model: WIDE, size: WIDE }),
  many_images: (origin) => ({
    status: 'in_progress',
    prompt: 'Forty pictures',
    input_images: Array.from({ length: 45 }, (_, at) => `${origin}/media/${at}.webp`),
  }),
  turned: () => ({ status: 'in_progress', prompt: 'A \u202Efdp.4pm\u202C name \u0000\u001B[31m' }),
  proto: () =>
    '{"status":"in_progress","prompt":"A polluted answer","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  error_film: () => ({ status: 'completed', prompt: 'An error that calls itself a video' }),
  text_film: (origin) => ({
    status: 'completed',
    prompt: 'A text that calls itself a video',
    video_url: `${origin}/media/text.mp4`,
  }),
};
/** With a number at the end: words alone are not taken for ids. */
export const HOSTILE_IDS = Object.keys(ANSWERS).map((name) => `${name}-4711`);

const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, accept, content-type, range',
};

/** A service that means harm with every answer. */
export async function startHostileService(): Promise<{ address: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? '';
  if (request.method === 'OPTIONS') return send(response, 204, 'text/plain', '');
  if (url.endsWith('.mp4'))
    return send(response, 200, 'video/mp4', 'This is no video. '.repeat(99));
  if (url.endsWith('/content')) {
    return send(response, 200, 'video/mp4', JSON.stringify({ error: { message: HTML } }));
  }
  const made = ANSWERS[url.split('/').at(-1)?.replace('-4711', '') ?? '']?.(
    `http://${request.headers.host ?? ''}`,
  );
  if (made === undefined) return send(response, 404, 'text/plain', 'no');
  send(
    response,
    200,
    'application/json',
    typeof made === 'string' ? made : JSON.stringify({ id: url.split('/').at(-1), ...made }),
  );
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': type });
  response.end(body);
}
