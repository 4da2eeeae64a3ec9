import { maskKeys } from './clean-message';

/** The longest id, in characters. */
const MAX_ID = 200;

/**
 * Whether a list, which nobody has read before, may name a task so. An id becomes part of an address: nothing that is
 * one itself, leads elsewhere in it, or is a key.
 */
export function isListedId(id: string): boolean {
  const isWord = id.length <= MAX_ID && /^[^\s\p{C}]+$/u.test(id);
  const isId = isWord && !id.includes('://') && !id.split('/').some((part) => /^\.+$/.test(part));
  return isId && maskKeys(id) === id;
}
