import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';

import { ASK_AGAIN_AFTER, ERROR_SHARED_FOR } from '../hosting/relay-rules.mjs';

/** An answer that is given to all who ask alike. `at`: when it came, by `performance.now()`. */
export interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  at: number;
  isVideo?: boolean;
}

/**
 * One request for all who ask alike within `seconds`. What they ask with is kept as a hash: it may be a key. The answer
 * comes even if whoever asked first has gone.
 */
export function shareFor(seconds: number) {
  const answers = new Map<string, { answer: Promise<Answer>; until: number }>();
  return async (asked: unknown, ask: () => Promise<Answer>): Promise<Answer> => {
    const now = performance.now();
    for (const [name, { until }] of answers) if (until <= now) answers.delete(name);
    const name = hashOf(asked);
    const known = answers.get(name);
    if (known) return known.answer;
    const one = { answer: ask(), until: now + ASK_AGAIN_AFTER * 1000 };
    answers.set(name, one);
    try {
      const { status, at, isVideo } = await one.answer;
      const shared = status === 200 ? seconds : Math.min(seconds, ERROR_SHARED_FOR);
      one.until = isVideo ? at : at + shared * 1000;
    } catch (error) {
      if (answers.get(name) === one) answers.delete(name);
      throw error;
    }
    return one.answer;
  };
}

/** Of anything, also of what must not be kept. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}
