import { plausible } from './labels-plausible';
import type { Segment } from './segment';

/** The text around an id that is the only one on its line. */
export interface Place {
  segment: Segment;
  before: string;
  after: string;
  /** The previous line. */
  above: string;
}

const BULLET = /^(?:>\s{0,3})*(?:[-*•]\s+|\d{1,3}[.)、]\s*)?["'`]{0,3}|["'`,;，；]{1,5}$/g;
/** Anything longer, in characters, or with punctuation of a sentence, is not a name. */
const LONGEST = 40;
const LONGEST_LINE = 200;
const SENTENCE = /[,.!?;，。！？；~～@<>()[\]{}|]|(?:\S+\s+){5}/;
const STATE =
  /^(?:queued|pending|running|processing|completed|succeeded|success|done|ready|failed|error|cancell?ed|please|pls|and|also|this|that|the|here|watch|check|submit|这|那|还有|和|已|请|帮)/i;

/** How lists put names next to ids without punctuation: `Harbour video_…`, `video_… Harbour`, or on separate lines. */
const FORMS: readonly ((place: Place) => string | null)[] = [
  ({ before, after }) => (bare(after) === '' ? short(before) : null),
  ({ before, after }) => (bare(before) === '' ? short(after) : null),
  ({ before, after, above }) => (bare(before + after) === '' ? short(above) : null),
];

/** Names without a colon or the like: only if there are at least two lines and all have the same form. */
export function namesBeside(places: readonly Place[]): Map<Segment, string> {
  for (const form of FORMS) {
    const names = new Map<Segment, string>();
    for (const place of places) {
      const name = form(place);
      if (name === null) break;
      names.set(place.segment, name);
    }
    const differ = new Set(names.values()).size === places.length;
    if (places.length > 1 && differ) return names;
  }
  return new Map();
}

function bare(text: string): string {
  return text.length > LONGEST_LINE ? text : text.trim().replaceAll(BULLET, '').trim();
}

function short(text: string): string | null {
  const name = bare(text);
  return name.length > LONGEST || SENTENCE.test(name) || STATE.test(name) ? null : plausible(name);
}
