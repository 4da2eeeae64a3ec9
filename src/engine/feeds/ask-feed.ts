import { readText } from '~/engine/gateway/body';

import { anySignal } from '~/core/any-signal';
import type { FeedProblem } from '~/core/feed';

/** A longer feed is not read, in bytes. */
const MAX_BYTES = 5_000_000;
const LIMIT_MS = 30_000;

/**
 * The text of a feed. No key goes with it, and to other hosts no cookie; it leads nowhere else, for the policy names its
 * own host alone. Never rejects.
 */
export async function askFeed(
  fetch: typeof globalThis.fetch,
  url: string,
  signal: AbortSignal,
): Promise<{ text: string; contentType: string } | { problem: FeedProblem }> {
  try {
    const response = await fetch(url, {
      cache: 'no-cache',
      // Next to a page behind a sign-in, a feed is behind it, too.
      credentials: 'same-origin',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: { Accept: 'application/json, application/x-ndjson, text/csv' },
      signal: anySignal([signal, AbortSignal.timeout(LIMIT_MS)]),
    });
    const problem = problemOf(response);
    if (problem !== null) {
      await response.body?.cancel();
      return { problem };
    }
    const text = await readText(response, MAX_BYTES);
    const contentType = response.headers.get('content-type') ?? '';
    return text === null ? { problem: 'large' } : { text, contentType };
  } catch {
    return { problem: 'unreachable' };
  }
}

function problemOf({ type, status, ok, headers }: Response): FeedProblem | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'redirect';
  if (status === 404 || status === 410) return 'missing';
  if (status === 401 || status === 403) return 'refused';
  if (!ok) return 'server';
  return Number(headers.get('content-length') ?? 0) > MAX_BYTES ? 'large' : null;
}
