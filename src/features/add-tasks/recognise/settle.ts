import { calledBefore } from '~/features/add-tasks/recognise/keys/called';
import { isPersonal } from '~/features/add-tasks/recognise/fields/fields';
import { lastNoun, spaced } from './nouns';
import type { Segment, SegmentKind } from './analysis';
import { IN_PROSE } from './shapes';

/** Whether a word of a bare list may be one of its ids. @param clear the text has clear ids as well */
export function mayBeListed(read: string, segment: Segment, clear: boolean): boolean {
  return (
    !isName(segment.value, clear) &&
    !AN_ADDRESS.test(segment.value) &&
    !isCalledJunk(read, segment) &&
    !isHead(read, segment.end) &&
    !isGlued(read, segment)
  );
}

/** `wss://…`, `api.studio/v1`: an address that is not read as one. */
const AN_ADDRESS = /:\/\/|\/v\d/i;

/** In a bare list, a `maybe` is an id; in a sentence, a short word such as `B2B` is not even a `maybe`. */
export function settle(
  segment: Segment,
  { isListed, isWeak }: { isListed: boolean; isWeak: boolean },
): Segment {
  if (segment.kind !== 'maybe') return segment;
  const offered: SegmentKind = isOffered(segment.value) && !isWeak ? 'maybe' : 'other';
  const kind = isListed && /\d/.test(segment.value) ? 'id' : offered;
  return kind === segment.kind ? segment : { ...segment, kind };
}

/** How far before a word something on its line may call it, in characters. */
const REACH = 60;

/** By a word on its own line: the line above is another word of the list. */
function isCalledJunk(read: string, { kind, start }: Segment): boolean {
  const before = read.slice(Math.max(0, start - REACH), start);
  const beside = /\S/.test(before.slice(before.lastIndexOf('\n') + 1));
  return kind === 'maybe' && beside && calledBefore(read, start)?.kind === 'junk';
}

/** Part of a longer word, such as a key with marks in it: `7Hq2Zt$Lw9P`. */
function isGlued(read: string, { start, end }: Segment): boolean {
  return GLUE.test(read.charAt(start - 1)) || GLUE.test(read.charAt(end));
}

const GLUE = /[$&%…+*~^]/;

/** Not an id even in a bare list: the number of a person, and a shot such as `SH010` among clear ids. */
function isName(value: string, clear: boolean): boolean {
  if (lastNoun(spaced(value))?.kind === 'key') return true;
  return isPersonal(value) || (clear && IN_PROSE.some((no) => no.test(value)));
}

/** `studio1:` above what belongs to it, as in YAML. */
function isHead(read: string, end: number): boolean {
  return /^["']?[^\S\n]*[:：][^\S\n]*[{[]?[^\S\n]*\n/.test(read.slice(end, end + 12));
}

function isOffered(value: string): boolean {
  if (IN_PROSE.some((no) => no.test(value))) return false;
  return value.length > 4 || /[_:-]/.test(value) || !/[A-Za-z]/.test(value) || !/\d/.test(value);
}
