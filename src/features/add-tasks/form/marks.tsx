import { useCallback, useEffect, useMemo, useRef, useState, type ComponentType } from 'react';

import type { Correction, Segment } from '~/features/add-tasks/recognise/analysis';
import { withWords } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { sayFailed } from '~/task-view/say-failed';

import { Piece } from './piece';
import { drawnOf } from './pieces';
import type { PieceMenuProps } from './piece-menu';

interface MarksProps {
  segments: readonly Segment[];
  corrections: readonly Correction[];
  onCorrect: (corrections: readonly Correction[]) => void;
}

/**
 * The text of the box with its pieces marked. It lies over the field, lets the pointer through, and only its pieces can
 * be pressed; one of them is a stop for Tab, and arrow keys move among them.
 */
export function Marks({ segments, corrections, onCorrect }: MarksProps) {
  const t = useT();
  const drawn = useMemo(() => drawnOf(segments, corrections), [segments, corrections]);
  const [open, setOpen] = useState<{ anchor: HTMLElement; segment: Segment } | null>(null);
  const [Menu, setMenu] = useState<ComponentType<PieceMenuProps> | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const stop = drawn.some(({ id, piece }) => piece && id === focused)
    ? focused
    : drawn.find(({ piece }) => piece)?.id;
  const group = useRef<HTMLDivElement>(null);
  /** Where a piece was corrected: what is drawn there anew gets the focus back. */
  const corrected = useRef<number | null>(null);
  useEffect(() => {
    const start = corrected.current;
    corrected.current = null;
    if (start === null) return;
    const there = drawn
      .filter(({ piece }) => piece)
      .findIndex(({ segment }) => segment.end > start);
    group.current?.querySelectorAll<HTMLElement>('[data-piece]')[there]?.focus();
  }, [drawn]);
  const openMenu = useCallback((anchor: HTMLElement, segment: Segment): void => {
    loadMenu().then((PieceMenu) => {
      setMenu(() => PieceMenu);
      setOpen({ anchor, segment });
    }, sayFailed);
  }, []);
  return (
    <div ref={group} role="group" aria-label={t('add.pieces')} className="contents">
      {drawn.map(({ id, segment, piece }) =>
        piece ? (
          <Piece
            key={id}
            id={id}
            segment={segment}
            open={open?.segment === segment}
            stop={id === stop}
            onOpen={openMenu}
            onFocus={setFocused}
          />
        ) : (
          <span key={id} aria-hidden="true">
            {segment.text}
          </span>
        ),
      )}
      {Menu && open ? (
        <Menu
          anchor={open.anchor}
          segment={open.segment}
          segments={segments}
          onCorrect={(corrections) => {
            corrected.current = open.segment.start;
            onCorrect(corrections);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

const loadMenu = withWords(['add', 'asks'], async () => (await import('./piece-menu')).PieceMenu);
