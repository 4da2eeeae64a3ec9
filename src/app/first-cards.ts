import * as v from 'valibot';

/** Where they are kept; `save-first-cards.ts` puts them there. */
export const NAME = 'rushes-first-cards';
/** As many cards as any screen shows at once, and what is just outside it. */
export const FIRST = 80;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const standings = { running: count, ready: count, attention: count };
const schema = v.object({
  hash: v.string(),
  keys: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(FIRST)),
  counts: v.object({ all: count, ...standings }),
  // Missing where an older version has stored it.
  standings: v.object({ ...standings, unseen: v.optional(count, 0) }),
});

/** Which cards a large board begins with, and how many there are, as it was when this browser last left it. */
export type FirstCards = v.InferOutput<typeof schema>;

/** Those for the address that the page starts with; null if all of the board is to be read. */
export function readFirstCards(): FirstCards | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null');
    const parsed = v.safeParse(schema, stored);
    return parsed.success && parsed.output.hash === location.hash ? parsed.output : null;
  } catch {
    // No storage, or nothing readable in it.
    return null;
  }
}
