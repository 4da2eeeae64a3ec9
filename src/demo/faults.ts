import { failed, text } from './replies.ts';

interface Asking {
  /** Number of the look-up of this id, from 1. */
  times: number;
  route: 'usual' | 'query';
  signal: AbortSignal;
}

const NGINX =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';
const WEBSITE =
  '<!doctype html><html lang="zh"><head><meta charset="utf-8"/><title>Gateway console</title></head><body><div id="root"></div></body></html>';
const SLOW_MS = 40_000;
const BIG = 3_000_000;

/** Faults by the beginning of the id; the first match counts. Null: no fault this time. */
const FAULTS: readonly (readonly [RegExp, (asking: Asking) => Response | null | Promise<null>])[] =
  [
    [/^e401/, () => failed('auth')],
    [/^e402/, () => failed('noCredit')],
    [/^e403credit/, () => failed('noQuota')],
    [/^e403/, () => failed('forbidden')],
    [/^e404route/, ({ route }) => (route === 'query' ? null : failed('noRoute', '/v1/videos'))],
    [/^e404/, () => failed('noTask')],
    [/^e429/, ({ times }) => (times <= 2 ? failed('tooMany') : null)],
    [/^e500/, () => failed('broken')],
    [/^e502/, () => text(502, NGINX, 'text/html')],
    [/^ehtml/, () => text(200, WEBSITE, 'text/html; charset=utf-8')],
    [/^egarbled/, () => text(200, '{"id":"egarbled","status":"in_pro', 'application/json')],
    [/^eempty/, () => text(200, '', 'application/json')],
    [
      /^ebig/,
      () =>
        text(
          200,
          JSON.stringify({ status: 'queued', prompt: 'x'.repeat(BIG) }),
          'application/json',
        ),
    ],
    [/^eflaky/, ({ times }) => (times % 2 === 0 ? failed('broken') : null)],
    [/^eslow/, ({ signal }) => slowly(signal)],
  ];

/** What goes wrong with this id, if anything: ids that begin with `e` stand for a fault each. */
export async function faultFor(id: string, asking: Asking): Promise<Response | null> {
  const fault = FAULTS.find(([shape]) => shape.test(id))?.[1];
  return fault ? fault(asking) : null;
}

/** Waits 40 s, or until the request is aborted. */
function slowly(signal: AbortSignal): Promise<null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), SLOW_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('The request was given up', 'AbortError'));
    });
  });
}
