import { maskKeys } from '~/engine/gateway/clean-message';

/** Whether a text that would stand open to read holds what looks like a key. */
export function holdsKey(text: string): boolean {
  return maskKeys(text) !== text;
}
