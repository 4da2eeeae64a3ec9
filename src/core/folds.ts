/** So many folded groups are remembered; of more, the one that was folded first is open again. */
const MAX_FOLDED = 100;

/** A short mark for a group in addresses: names can be long, and are nobody else's business. */
export function foldMark(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** Reads the marks of folded groups, joined by dots. Total, and bounded. */
export function marksIn(folded: string): ReadonlySet<string> {
  const marks = folded.split('.').filter((mark) => /^[\da-z]{1,7}$/.test(mark));
  return new Set(marks.slice(-MAX_FOLDED));
}

/** The same once a group is folded, or open again. */
export function withFold(folded: string, mark: string, isFolded: boolean): string {
  const others = [...marksIn(folded)].filter((one) => one !== mark);
  return (isFolded ? [...others, mark] : others).slice(-MAX_FOLDED).join('.');
}
