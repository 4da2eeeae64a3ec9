import { cleanText } from '~/core/clean-text';
import { isListedId } from '~/engine/gateway/listed-id';
import { newId } from '~/platform/new-id';
import { holdsKey } from '~/task-view/key-in-text';

import { openInTurn } from './in-turn';

/** Names of what is a secret, whatever it looks like: whole words, `apiKey` and `api_key` alike, but no `keyword`. */
const SECRET =
  /(?:^|[^a-z])(?:(?:api|access|auth|secret)?(?:key|token|secret)s?|auth(?:orization)?|passw(?:or)?d|passphrase|bearer)(?![a-z])|密钥|令牌/i;
/** The longest name, in characters; and the longest address that is read. */
const LONGEST_NAME = 200;
const LONGEST = 200_000;

/** What a start link asks for: a text for the paste box, a name for all of it, and whether a key stood in the address. */
interface Start {
  text: string;
  batch: string | null;
  hadKey: boolean;
}

/**
 * Reads `ids=a,b,c&name=Harbour` or, with a name for each, `id=a&name=First&id=b&name=Second`. Total; a key is never
 * read, whatever it is called.
 */
export function readStart(query: string): Start {
  const all = [...new URLSearchParams(query.slice(0, LONGEST))];
  const lines: string[] = [];
  let batch: string | null = null;
  const named = all.some(([name]) => name === 'id');
  /** Whether the id before is used; null before the first. */
  let isUsed: boolean | null = null;
  for (const [name, value] of all) {
    if (name === 'id' || name === 'ids') {
      const ids = idsIn(value);
      lines.push(...ids);
      isUsed = ids.length > 0;
    }
    const label = name === 'name' ? nameIn(value) : null;
    if (label === null) continue;
    // The name of one task stands before its id; without such pairs it is that of the batch.
    if (!named || isUsed === null) batch = label;
    else if (isUsed) lines.push(`${label}: ${lines.pop() ?? ''}`);
  }
  return { text: lines.join('\n'), batch, hadKey: all.some(isSecret) };
}

function isSecret([name, value]: [string, string]): boolean {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return SECRET.test(words) || holdsKey(value) || holdsKey(`${name}=${value}`);
}

/** The ids, without what is a key or an address. */
function idsIn(value: string): string[] {
  const ids = value.split(/[\s,;]+/).filter(isListedId);
  // Two words can be a key that neither of them is.
  return holdsKey(ids.join(' ')) ? [] : ids;
}

/** One line; null for what holds a key, or an address: a link may not say where keys go. */
function nameIn(value: string): string | null {
  if (holdsKey(value) || value.includes('://')) return null;
  return cleanText(value, LONGEST_NAME)?.replaceAll(/\s+/g, ' ') || null;
}

/** Opens the form for new tasks, filled with what a start link names. Nothing is added by itself. */
export function openStart(query: string): void {
  const { text, batch, hadKey } = readStart(query);
  const into =
    batch === null ? undefined : { name: batch, fields: { batch: { id: newId(), name: batch } } };
  openInTurn({ kind: 'add', text, into, arrived: true, note: hadKey ? 'keyRemoved' : undefined });
}
