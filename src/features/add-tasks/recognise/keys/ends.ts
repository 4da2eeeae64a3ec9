/** Where a key ends, and whether what is written is all of it. */

/** Nobody shortens an id to this many characters. */
export const WHOLE_ID = 20;

/** Without a line or emphasis behind it: `--sk-…--`, `_sk-…_`. A key can end with one such mark of its own. */
export function withoutMarks(text: string, found: string, start: number): string {
  const mark = found.at(-1) ?? '';
  if (mark !== '-' && mark !== '_') return found;
  let behind = 1;
  while (found.charAt(found.length - 1 - behind) === mark) behind += 1;
  let before = 0;
  while (before < behind && text.charAt(start - 1 - before) === mark) before += 1;
  const marks = before > 0 ? before : behind > 1 ? behind : 0;
  return found.slice(0, found.length - marks);
}

/** `sk-Vb3k…` is the beginning of a key, `sk-Vb3kQ7mPz2LxWn8RtY4c9f2c…` stands before a pause. */
export function isShortened(text: string, start: number, value: string): boolean {
  const end = start + value.length;
  if (/^[*•]/.test(text.slice(end, end + 1))) return !/[*•]/.test(text.charAt(start - 1));
  const after = text.slice(end, end + 4);
  return /^\.{3}[A-Za-z0-9]/.test(after) || (value.length < WHOLE_ID && /^(?:…|\.{3})/.test(after));
}
