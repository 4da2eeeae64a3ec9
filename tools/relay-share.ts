import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';

import { ASK_AGAIN_AFTER, ERROR_SHARED_FOR, OLDEST } from '../hosting/relay-rules.mjs';

/** An answer that is given to all who ask alike. `at`: when it came, by `performance.now()`. */
export interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  at: number;
  isVideo?: boolean;
  /** The service may not be asked now. */
  isBusy?: boolean;
}

/** A service that may not be asked now is asked again at the earliest after this, in ms. */
const AGAIN_MS = 500;

/**
 * One request for all who ask alike within `seconds`; where the service may not be asked, what it said last. What they
 * ask with is kept as a hash: it may be a key. The answer comes even if whoever asked first has gone.
 */
export function shareFor(seconds: number) {
  const answers = new Map<string, { answer: Promise<Answer>; until: number }>();
  /** What services said last. */
  const last = new Map<string, Answer>();
  return async (asked: unknown, ask: () => Promise<Answer>): Promise<Answer> => {
    const now = performance.now();
    for (const [name, { until }] of answers) if (until <= now) answers.delete(name);
    for (const [name, { at }] of last) if (now - at > OLDEST * 1000) last.delete(name);
    const name = hashOf(asked);
    const known = answers.get(name);
    if (known) return known.answer;
    const answer = ask().then((said) => (said.isBusy ? (last.get(name) ?? said) : said));
    const one = { answer, until: now + ASK_AGAIN_AFTER * 1000 };
    answers.set(name, one);
    try {
      const said = await answer;
      const { status, at, isVideo } = said;
      const shared = status === 200 ? seconds : Math.min(seconds, ERROR_SHARED_FOR);
      // An old one is given for a moment, too.
      one.until = isVideo ? at : Math.max(at + shared * 1000, now + AGAIN_MS);
      if (status === 200 && !isVideo) last.set(name, said);
    } catch (error) {
      if (answers.get(name) === one) answers.delete(name);
      throw error;
    }
    return answer;
  };
}

/** Of anything, also of what must not be kept. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}
