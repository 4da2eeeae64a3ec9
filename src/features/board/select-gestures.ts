import { selection, selectTo, toggleSelected } from '~/task-view/selection/selection';

import { followBand } from './select-band';

/** How long a finger rests on a card to choose it, in ms, and how far it may move meanwhile, in px. */
const LONG_PRESS_MS = 450;
const STILL = 10;
/** What a click in a card is for itself; what covers a whole picture is not, once anything is chosen. */
const CONTROLS = 'button, a[href], input, select, textarea, video, summary, [role="slider"]';

/** A press that chooses what it is moved over. */
interface Drag {
  from: string;
  /** Nothing is chosen by it yet. */
  isWaiting: boolean;
}

/**
 * Chooses cards by pointer: from the corner of one over others, by a long press of a finger, with Shift, and, once
 * anything is chosen, by a click anywhere in a card; from empty ground by a band. Returns what ends it.
 */
export function followSelectGestures(board: HTMLElement): () => void {
  let drag: Drag | null = null;
  let press: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | null = null;
  /** The click that ends a press is part of it. */
  let swallowsClick = false;

  const endPress = (): void => {
    clearTimeout(press?.timer);
    press = null;
  };
  const begin = (key: string): void => {
    if (!drag?.isWaiting) return;
    drag.isWaiting = false;
    swallowsClick = true;
    if (selection.getState().anchor !== key) toggleSelected(key);
  };

  const handlers: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void } = {
    pointerdown(event) {
      const key = cardAt(event.target);
      if (key === null || event.button !== 0) return;
      if (event.pointerType !== 'mouse') {
        const timer = setTimeout(() => {
          drag = { from: key, isWaiting: true };
          begin(key);
          navigator.vibrate?.(10);
        }, LONG_PRESS_MS);
        press = { timer, x: event.clientX, y: event.clientY };
        return;
      }
      if (isIn(event.target, '[data-select]')) drag = { from: key, isWaiting: true };
      // Else Shift chooses text from the last click on.
      else if (event.shiftKey && !isIn(event.target, CONTROLS)) event.preventDefault();
    },
    mousedown(event) {
      if (event.shiftKey && !isIn(event.target, CONTROLS)) event.preventDefault();
    },
    pointermove(event) {
      if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > STILL) endPress();
      if (!drag) return;
      const key = cardAt(document.elementFromPoint(event.clientX, event.clientY));
      if (key === null || (drag.isWaiting && key === drag.from)) return;
      begin(drag.from);
      selectTo(key);
    },
    pointerup() {
      endPress();
      drag = null;
    },
    pointercancel() {
      endPress();
      drag = null;
    },
    contextmenu(event) {
      // A long press opens the browser's own menu, too.
      if (drag) event.preventDefault();
    },
    click(event) {
      const key = cardAt(event.target);
      const isChosen = selection.getState().keys.size > 0;
      if (key === null || isOfControl(event, isChosen)) return;
      if (event.shiftKey) selectTo(key);
      else if (isChosen) toggleSelected(key);
      else return;
      event.stopPropagation();
    },
  };
  // It may end over the bar that has come up below the finger meanwhile: there, too, it presses nothing.
  const swallow = (event: MouseEvent): void => {
    // By keyboard it is another one.
    if (!swallowsClick || event.detail === 0) return;
    swallowsClick = false;
    event.preventDefault();
    event.stopPropagation();
  };
  const start = (): void => {
    swallowsClick = false;
  };
  // A finger that chooses must not scroll: only what is not passive can keep it from that.
  const keepStill = (event: TouchEvent): void => {
    if (drag) event.preventDefault();
  };
  const ends = new AbortController();
  const { signal } = ends;
  for (const [type, handle] of Object.entries(handlers))
    board.addEventListener(type, handle as EventListener, { capture: true, signal });
  document.addEventListener('click', swallow, { capture: true, signal });
  document.addEventListener('pointerdown', start, { capture: true, signal });
  board.addEventListener('touchmove', keepStill, { passive: false, signal });
  const endBand = followBand(board);
  return () => {
    endPress();
    endBand();
    ends.abort();
  };
}

function isOfControl({ target, detail }: MouseEvent, isChosen: boolean): boolean {
  // By keyboard, a cover can still be pressed.
  if (isChosen && detail > 0 && isIn(target, '[data-cover]')) return false;
  return isIn(target, CONTROLS);
}

function cardAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? null;
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
