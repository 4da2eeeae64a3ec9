import { withAll, NOTHING, type Selection } from '~/task-view/selection/choose';
import { selection } from '~/task-view/selection/selection';

/** How far a press moves before it draws a band, in px. */
const STILL = 4;
/** So near to an edge, in px, what is below scrolls, by at most so many px a frame. */
const EDGE = 48;
const FASTEST = 18;
/** What a press is for itself. */
const NO_GROUND =
  '[data-card], [data-head], button, a[href], input, select, textarea, label, [role="row"]';

/** From its top left, in px of what scrolls. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * A band that the mouse draws from empty ground chooses the cards that it touches; with Shift or Ctrl, these too. At the
 * edges it scrolls, and Escape takes it back. Returns what ends it.
 */
export function followBand(board: HTMLElement): () => void {
  const frame = scrollerOf(board);
  let drag: Drag | null = null;

  const start = (event: PointerEvent): void => {
    const { target, button, pointerType, clientX } = event;
    if (button !== 0 || pointerType !== 'mouse' || !(target instanceof Element)) return;
    const isOnBar = clientX >= frame.getBoundingClientRect().left + frame.clientWidth;
    if (isOnBar || target.closest(NO_GROUND)) return;
    drag = startDrag(board, frame, event, () => (drag = null));
  };
  frame.addEventListener('pointerdown', start);
  return () => {
    frame.removeEventListener('pointerdown', start);
    drag?.end();
  };
}

interface Drag {
  end: () => void;
}

function startDrag(
  board: HTMLElement,
  frame: HTMLElement,
  pressed: PointerEvent,
  onEnd: () => void,
): Drag {
  const before = selection.getState();
  const adds = pressed.shiftKey || pressed.ctrlKey || pressed.metaKey;
  const from = inFrame(frame, pressed.clientX, pressed.clientY);
  /** Where every card was when it was last drawn: those scrolled away stay chosen. */
  const seen = new Map<string, Box>();
  const band = bandElement();
  let at = { x: pressed.clientX, y: pressed.clientY };
  let next = 0;
  const ends = new AbortController();

  const draw = (): void => {
    const to = inFrame(frame, at.x, at.y);
    const box = {
      left: Math.min(from.x, to.x),
      top: Math.min(from.y, to.y),
      right: Math.max(from.x, to.x),
      bottom: Math.max(from.y, to.y),
    };
    place(band, box);
    for (const card of board.querySelectorAll<HTMLElement>('[data-card]'))
      seen.set(card.dataset['card'] ?? '', boxOf(frame, card));
    const touched = [...seen].flatMap(([key, card]) => (touches(box, card) ? key : []));
    choose(adds ? before : NOTHING, touched);
  };
  const follow = (): void => {
    frame.scrollTop += pullAt(frame.getBoundingClientRect(), at.y);
    draw();
    next = requestAnimationFrame(follow);
  };
  const end = (): void => {
    cancelAnimationFrame(next);
    ends.abort();
    band.remove();
    onEnd();
  };
  const on = <K extends keyof DocumentEventMap>(
    type: K,
    handle: (event: DocumentEventMap[K]) => void,
  ): void => document.addEventListener(type, handle, { capture: true, signal: ends.signal });

  on('pointermove', ({ clientX, clientY }) => {
    at = { x: clientX, y: clientY };
    const far = Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY);
    if (band.isConnected || far <= STILL) return;
    frame.setPointerCapture(pressed.pointerId);
    frame.append(band);
    follow();
  });
  on('pointerup', end);
  on('pointercancel', end);
  // Else the text that the band passes is marked.
  on('selectstart', (event) => event.preventDefault());
  on('keydown', (event) => {
    if (event.key !== 'Escape' || !band.isConnected) return;
    event.preventDefault();
    event.stopPropagation();
    selection.setState(before);
    end();
  });
  return { end };
}

/** Nothing is drawn anew for a band that touches the same cards as before. */
function choose(base: Selection, keys: readonly string[]): void {
  const chosen = withAll(base, keys, true);
  const now = selection.getState().keys;
  if (now.size !== chosen.keys.size || [...chosen.keys].some((key) => !now.has(key)))
    selection.setState(chosen);
}

/** How fast it scrolls, in px a frame: up is less than 0. */
function pullAt({ top, bottom }: DOMRect, y: number): number {
  const over = Math.max(0, y - (bottom - EDGE)) - Math.max(0, top + EDGE - y);
  return Math.sign(over) * Math.min(FASTEST, Math.ceil(Math.abs(over) / 3));
}

function touches(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    one.right > other.left &&
    one.top < other.bottom &&
    one.bottom > other.top
  );
}

/** A place of the window in what scrolls, and never beyond its end. */
function inFrame(frame: HTMLElement, x: number, y: number): { x: number; y: number } {
  const { left, top } = frame.getBoundingClientRect();
  return {
    x: Math.min(Math.max(0, x - left + frame.scrollLeft), frame.scrollWidth),
    y: Math.min(Math.max(0, y - top + frame.scrollTop), frame.scrollHeight),
  };
}

function boxOf(frame: HTMLElement, card: HTMLElement): Box {
  const { left, top, width, height } = card.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  const x = left - outer.left + frame.scrollLeft;
  const y = top - outer.top + frame.scrollTop;
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function bandElement(): HTMLElement {
  const band = document.createElement('div');
  band.dataset['band'] = '';
  Object.assign(band.style, {
    position: 'absolute',
    zIndex: '20',
    pointerEvents: 'none',
    border: '1px solid var(--accent)',
    background: 'color-mix(in oklch, var(--accent) 14%, transparent)',
  });
  return band;
}

function place({ style }: HTMLElement, { left, top, right, bottom }: Box): void {
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${right - left}px`;
  style.height = `${bottom - top}px`;
  style.boxSizing = 'border-box';
}

/** What scrolls the board: the table does it itself, else its screen does. */
function scrollerOf(board: HTMLElement): HTMLElement {
  for (let one: HTMLElement | null = board; one; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  return board;
}
