import { lookUp, type LookUpOptions } from './client';
import { firstCheck } from './first-check';

type Read = Awaited<ReturnType<typeof lookUp>>;

/** How long, in ms, what a first check read is as good as a look-up. */
const FRESH_MS = 10_000;

/** What first checks read a moment ago, by whose `fetch` it was: a task is not asked about twice when it is added. */
const kept = new WeakMap<typeof fetch, { asked: LookUpOptions; read: Read; at: number }[]>();

/** Looks up one task, or gives what a check has just read with the same key at the same path, once. */
export async function lookUpUnlessChecked(asked: LookUpOptions): Promise<Read> {
  const fresh = freshOf(asked);
  const found = fresh.find((one) => SAME.every((name) => one.asked[name] === asked[name]));
  if (!found) return lookUp(asked);
  kept.set(
    asked.fetch,
    fresh.filter((one) => one !== found),
  );
  return found.read;
}

/** A first check whose look-ups are kept for a moment. */
export function firstCheckKept(
  options: Parameters<typeof firstCheck>[0],
): ReturnType<typeof firstCheck> {
  return firstCheck(options, async (asked) => {
    const read = await lookUp(asked);
    kept.set(asked.fetch, [...freshOf(asked), { asked, read, at: asked.now() }]);
    return read;
  });
}

/** Without those that are too old: they hold a key. */
function freshOf({ fetch, now }: LookUpOptions) {
  const all = kept.get(fetch) ?? [];
  const fresh = all.filter(({ at }) => Math.abs(now() - at) <= FRESH_MS);
  if (fresh.length < all.length) kept.set(fetch, fresh);
  return fresh;
}

const SAME = ['base', 'path', 'id', 'apiKey', 'scheme'] as const;
