import { openDialog } from '~/address/dialogs';
import { cleanText } from '~/core/clean-text';
import { holdsKey } from '~/task-view/key-in-text';

/** Names of what is a secret, whatever it looks like. */
const SECRET = /key|token|secret|auth|passw|bearer|密钥|令牌/i;
/** The longest name, in characters; and the longest address that is read. */
const LONGEST_NAME = 200;
const LONGEST = 200_000;

/** What a start link asks for: a text for the paste box, and whether a key stood in the address. */
interface Start {
  text: string;
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
  const named = all.some(([name]) => name === 'id');
  for (const [name, value] of all.filter((pair) => !isSecret(pair))) {
    const ids = value.split(/[\s,;]+/).filter((id) => id !== '');
    if (name === 'id' || name === 'ids') lines.push(...ids);
    const label = name === 'name' ? cleanText(value, LONGEST_NAME)?.replaceAll(/\s+/g, ' ') : null;
    // The name of one task stands before its id, and that of all of them above.
    if (label && named && lines.length > 0) lines.push(`${label}: ${lines.pop() ?? ''}`);
    else if (label) lines.unshift(label);
  }
  return { text: lines.join('\n'), hadKey: all.some(isSecret) };
}

/** Opens the form for new tasks, filled with what a start link names. Nothing is added by itself. */
export function openStart(query: string): void {
  const { text, hadKey } = readStart(query);
  openDialog({ kind: 'add', text, note: hadKey ? 'keyRemoved' : undefined });
}
