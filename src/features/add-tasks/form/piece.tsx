import { memo, type KeyboardEvent } from 'react';

import type { Segment, SegmentKind } from '~/features/add-tasks/recognise/analysis';
import { shortId } from '~/core/title';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

import { ROLE_WORDS } from './pieces';

interface PieceProps {
  id: string;
  segment: Segment;
  /** Its menu is open. */
  open: boolean;
  /** Only one piece is a stop for Tab; arrow keys reach the others. */
  stop: boolean;
  onOpen: (piece: HTMLElement, segment: Segment) => void;
  onFocus: (id: string) => void;
}

/** A recognised or doubtful word in the box: a press opens what it may be. */
export const Piece = memo(function Piece({ id, segment, open, stop, onOpen, onFocus }: PieceProps) {
  const t = useT();
  const { kind, text } = segment;
  return (
    // A real button does not wrap like the text below it.
    <span
      role="button"
      tabIndex={stop ? 0 : -1}
      aria-haspopup="menu"
      aria-expanded={open}
      aria-label={t('add.piece', { text: shortId(text), role: t(ROLE_WORDS[kind]) })}
      data-piece={kind}
      className={cn(
        'pointer-events-auto cursor-pointer rounded focus-ring',
        LOOKS[kind],
        open && 'outline-2 outline-accent',
      )}
      onFocus={() => onFocus(id)}
      onClick={(event) => onOpen(event.currentTarget, segment)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onOpen(event.currentTarget, segment);
        } else moveAmongPieces(event);
      }}
    >
      {text}
    </span>
  );
});

/** Negative margins cancel the padding, so that marks do not move the text. */
const MARK = '-mx-0.5 px-0.5';
const LOOKS = {
  key: cn(MARK, 'bg-ok-soft text-ok-ink'),
  id: cn(MARK, 'bg-accent-soft text-accent'),
  address: cn(MARK, 'bg-run-soft text-run-ink'),
  name: 'name-line text-ink',
  maybe: 'maybe-line text-ink',
  doubt: cn(MARK, 'text-ink outline-1 outline-dashed outline-run-ink'),
  link: 'text-ink-2 line-through',
  other: 'text-ink-2',
} as const satisfies Record<SegmentKind, string>;

function moveAmongPieces(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const all = [
    ...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[data-piece]') ?? []),
  ];
  const at = all.findIndex((piece) => piece === event.currentTarget);
  if (at < 0) return;
  event.preventDefault();
  all.at(Math.min(all.length - 1, Math.max(0, step(at, all.length))))?.focus();
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};
