import { openDialog } from '~/address/dialogs';
import { cleanText } from '~/core/clean-text';
import { newId } from '~/platform/new-id';
import { holdsKey } from '~/task-view/key-in-text';

/** Names of what is a secret, whatever it looks like. */
const SECRET = /key|token|secret|auth|passw|bearer|密钥|令牌/i;
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
  const isSecret = ([name, value]: [string, string]): boolean =>
    SECRET.test(name) || holdsKey(value) || holdsKey(`${name}=${value}`);
  const lines: string[] = [];
  let batch: string | null = null;
  const named = all.some(([name]) => name === 'id');
  for (const [name, value] of all.filter((pair) => !isSecret(pair))) {
    const ids = value.split(/[\s,;]+/).filter((id) => id !== '');
    if (name === 'id' || name === 'ids') lines.push(...ids);
    const label = name === 'name' ? cleanText(value, LONGEST_NAME)?.replaceAll(/\s+/g, ' ') : null;
    // The name of one task stands before its id; without such pairs it is that of the batch.
    if (label && named && lines.length > 0) lines.push(`${label}: ${lines.pop() ?? ''}`);
    else if (label) batch = label;
  }
  return { text: lines.join('\n'), batch, hadKey: all.some(isSecret) };
}

/** Opens the form for new tasks, filled with what a start link names. Nothing is added by itself. */
export function openStart(query: string): void {
  const { text, batch, hadKey } = readStart(query);
  const into =
    batch === null ? undefined : { name: batch, fields: { batch: { id: newId(), name: batch } } };
  openDialog({ kind: 'add', text, into, note: hadKey ? 'keyRemoved' : undefined });
}
