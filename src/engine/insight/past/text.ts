/** How many bytes browsers store a text in: one for each character, or two if one of them needs two. */
export function bytesOfText(text: string): number {
  return text.length * (/[\u0100-\uFFFF]/.test(text) ? 2 : 1);
}

/** The value of a JSON text; undefined if it is none. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
