import type { MessageKey } from '~/i18n/message-key';
import type { Correction, Segment, SegmentKind } from '~/features/add-tasks/recognise/analysis';

/** More pieces than this are shown as a table: marks would make typing slow. */
const MAX_MARKS = 300;
/** Longer texts are drawn without marks, in characters. */
const MAX_MARKED_TEXT = 20_000;

/** A stretch of the text in the box; a piece can be pressed, plain text cannot. */
interface Drawn {
  /** Stays the same while the text before it changes. */
  id: string;
  segment: Segment;
  piece: boolean;
}

/** The segments as they are drawn: whatever was recognised, is doubtful, or was corrected is a piece. */
export function drawnOf(segments: readonly Segment[], corrections: readonly Correction[]): Drawn[] {
  const corrected = new Set(corrections.map(({ value }) => value));
  const counts = new Map<string, number>();
  return segments.map((segment) => {
    const name = `${segment.kind} ${segment.text}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const piece = segment.kind !== 'other' || corrected.has(segment.value);
    return { id: `${name} ${count}`, segment, piece };
  });
}

/** Whether the box marks its pieces. */
export function isMarked(text: string, segments: readonly Segment[]): boolean {
  return text.length <= MAX_MARKED_TEXT && segments.length <= MAX_MARKS * 2;
}

/** What a piece is, in a word. */
export const ROLE_WORDS = {
  key: 'add.role.key',
  id: 'add.role.task',
  maybe: 'add.role.maybe',
  doubt: 'add.role.doubt',
  name: 'add.role.name',
  address: 'add.role.address',
  link: 'add.role.link',
  other: 'add.role.ignored',
} as const satisfies Record<SegmentKind, MessageKey>;
