import { readText } from '~/engine/gateway/body';
import type { Timers } from '~/platform/timers';

import type { Sign } from './sign';

/** How a webhook is told; all times in ms. */
interface HookPace {
  limitMs: number;
  /** From one try to the next; after as many it is given up. */
  triesMs: readonly number[];
  /** Messages in any one minute: chats refuse more than about 20. */
  perMinute: number;
}

export const PACE: HookPace = {
  limitMs: 10_000,
  triesMs: [5_000, 30_000, 120_000],
  perMinute: 15,
};

/** So many messages may wait; of more, the oldest is left out. */
const MOST_WAITING = 100;
const MINUTE = 60_000;
/** Of an answer, in bytes. */
const MOST_READ = 10_000;

/** What became of a message, or of a try. `status` is null where there was no answer. */
export type HookOutcome =
  | { type: 'sent' }
  | { type: 'again' | 'given-up'; status: number | null }
  | { type: 'left-out' };

interface HookOptions {
  url: string;
  fetch: typeof fetch;
  timers: Timers;
  now: () => number;
  pace: HookPace;
  /** Chats that refuse a message say so in a 200. */
  saysInBody: boolean;
  /** Makes each try one that its bot takes. */
  sign: Sign;
  onOutcome: (outcome: HookOutcome) => void;
}

interface Waiting {
  body: string;
  tries: number;
}

/** Sends messages to a webhook one after another. The address is a secret: it is told to nobody. */
export function createHook(options: HookOptions): { send(body: string): void } {
  const { timers, now, pace, onOutcome } = options;
  const waiting: Waiting[] = [];
  const sentAt: number[] = [];
  let isBusy = false;

  const next = (): void => {
    const [first] = waiting;
    if (isBusy || !first) return;
    isBusy = true;
    const [oldest] = sentAt.slice(-pace.perMinute);
    const isFull = oldest !== undefined && sentAt.length >= pace.perMinute;
    timers.after(isFull ? Math.max(0, oldest + MINUTE - now()) : 0, () => void send(first));
  };
  const done = (): void => {
    isBusy = false;
    waiting.shift();
    next();
  };
  const send = async (message: Waiting): Promise<void> => {
    sentAt.push(now());
    sentAt.splice(0, sentAt.length - pace.perMinute);
    const reply = await post(options, message.body);
    if (reply.ok) {
      onOutcome({ type: 'sent' });
      done();
      return;
    }
    const wait = reply.again ? pace.triesMs[message.tries] : undefined;
    onOutcome({ type: wait === undefined ? 'given-up' : 'again', status: reply.status });
    if (wait === undefined) {
      done();
      return;
    }
    message.tries += 1;
    timers.after(wait, () => {
      isBusy = false;
      next();
    });
  };
  return {
    send(body: string): void {
      waiting.push({ body, tries: 0 });
      // Not the one that is on its way.
      if (waiting.length > MOST_WAITING) {
        waiting.splice(1, 1);
        onOutcome({ type: 'left-out' });
      }
      next();
    },
  };
}

interface Reply {
  ok: boolean;
  again: boolean;
  status: number | null;
}

async function post(
  { fetch, url, pace: { limitMs }, saysInBody, sign }: HookOptions,
  body: string,
): Promise<Reply> {
  try {
    const signed = await sign({ url, body });
    const response = await fetch(signed.url, {
      method: 'POST',
      body: signed.body,
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    });
    const { status } = response;
    const said = (await readText(response, MOST_READ)) ?? '';
    if (!response.ok) return { ok: false, again: status === 429 || status >= 500, status };
    const isRefused = saysInBody && isRefusal(said);
    return { ok: !isRefused, again: isRefused, status };
  } catch {
    return { ok: false, again: true, status: null };
  }
}

function isRefusal(said: string): boolean {
  const [, code = '0'] = /"(?:code|errcode|StatusCode)"\s*:\s*(-?\d+)/.exec(said) ?? [];
  return Number(code) !== 0;
}
