import { cardToFocus } from './card/card-to-focus';

/** Where something was that is not there any more. */
interface Place {
  /** What it was in, the innermost first. */
  boxes: readonly Element[];
  next: Element | null;
  previous: Element | null;
}

/** What takes the focus by Tab, and cards, which take it as a whole. */
const STOPS =
  ':is(button, input, select, textarea):enabled:not([tabindex="-1"]), a[href], summary, [tabindex="0"], [data-card]';
/** Nothing outside of these is near: what plays a video is no place from which Space downloads it. */
const BOUNDS = 'header, [role="dialog"], [data-card], [data-player]';
/** What is in these is parts of the page, and none is near another. */
const PARTED = 'main, body';

/** How many frames what is beside it gets to be drawn: rows are invisible until their height is known. */
const MOST_FRAMES = 30;

/**
 * Whatever vanishes while it has the focus, or is turned off, hands it to what is beside it: the next thing that takes
 * the focus, else the one before, else those around. Else to the card that had the focus last, or one beside that; else
 * to the page's content. What puts the focus somewhere itself within a frame is left alone.
 * @returns ends it
 */
export function keepFocusNear(): () => void {
  let last: Element | null = null;
  let card: HTMLElement | null = null;
  let cardPlace: Place | null = null;
  const focused = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    last = target;
    const own = target.closest<HTMLElement>('[data-card]');
    if (own) [card, cardPlace] = [own, null];
  };
  // Put elsewhere on purpose, by a press beside all controls: Chromium tells of it too while something is taken away.
  const left = ({ target, relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null || !(target instanceof Element)) return;
    queueMicrotask(() => {
      if (last === target && !isLost(target) && document.activeElement !== target) last = null;
    });
  };
  const watch = new MutationObserver((records) => {
    if (card && !card.isConnected) cardPlace = placeOf(card, records) ?? cardPlace;
    if (last === null || !isLost(last)) return;
    const place = placeOf(last, records);
    const near = card;
    last = null;
    const hand = (frames: number): void => {
      if (!isNowhere()) return;
      const same = near ? sameCard(near) : [];
      const isDone =
        focusFirst(place ? beside(place) : []) ||
        focusFirst(same) ||
        // Drawn already, and invisible until its height is known.
        (same.length === 0 || frames === 0
          ? focusFirst(cardPlace ? beside(cardPlace) : [])
          : false);
      if (isDone) return;
      if (frames > 0) requestAnimationFrame(() => hand(frames - 1));
      else if (document.activeElement?.matches('body, :disabled'))
        document.querySelector('main')?.focus({ preventScroll: true });
    };
    // Dialogs, menus and screens have put it somewhere by then, if they do.
    requestAnimationFrame(() => requestAnimationFrame(() => hand(MOST_FRAMES)));
  });
  document.addEventListener('focusin', focused);
  document.addEventListener('focusout', left);
  watch.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled'],
  });
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', focused);
    document.removeEventListener('focusout', left);
  };
}

function isLost(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled');
}

/** It has gone, or somebody has put it on the whole of a screen or dialog, for want of anything nearer. */
function isNowhere(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement.matches('body, main, [role="dialog"], :disabled');
}

function placeOf(gone: Element, records: readonly MutationRecord[]): Place | null {
  if (gone.isConnected)
    return {
      boxes: around(gone.parentElement),
      next: gone.nextElementSibling,
      previous: gone.previousElementSibling,
    };
  const record = records.find(({ removedNodes }) =>
    [...removedNodes].some((node) => node.contains(gone)),
  );
  if (!record || !(record.target instanceof Element)) return null;
  const { target, nextSibling, previousSibling } = record;
  // What it was in may have gone with it, a moment later.
  if (!target.isConnected) return placeOf(target, records);
  return {
    boxes: around(target),
    next: nextSibling instanceof Element ? nextSibling : null,
    previous: previousSibling instanceof Element ? previousSibling : null,
  };
}

function around(box: Element | null): Element[] {
  return box === null ? [] : [box, ...around(box.parentElement)];
}

/** What takes the focus beside a place, the nearest first. */
function* beside({ boxes, next, previous }: Place): Generator<Element> {
  let [after, before] = [next, previous];
  // The card as a whole: Space plays and pauses it, and would press what stands beside the button for it.
  yield* boxes.filter((box) => isCard(box) && box.isConnected);
  for (const box of boxes) {
    if (box.matches(PARTED)) return;
    if (box.isConnected) {
      // Where the neighbours have gone too, all of the box is near.
      const isKnown = [after, before].some((one) => one?.parentElement === box);
      if (!isKnown) after = box.firstElementChild;
      for (let one = after; one; one = one.nextElementSibling) yield* stopsIn(one);
      for (let one = before; one; one = one.previousElementSibling) {
        const stops = stopsIn(one).toReversed();
        yield* stops.filter(isCard);
        yield* stops;
      }
      if (isCard(box)) yield box;
    }
    if (box.matches(BOUNDS)) return;
    [after, before] = [box.nextElementSibling, box.previousElementSibling];
  }
}

function stopsIn(element: Element): Element[] {
  return [...(element.matches(STOPS) ? [element] : []), ...element.querySelectorAll(STOPS)];
}

/** The same card, which may have been drawn anew. */
function sameCard({ dataset: { card } }: HTMLElement): Element[] {
  return [...document.querySelectorAll(`[data-card="${CSS.escape(card ?? '')}"]`)];
}

function focusFirst(stops: Iterable<Element>): boolean {
  for (const stop of stops) {
    if (!(stop instanceof HTMLElement)) continue;
    const found = isCard(stop) ? cardToFocus(stop) : stop;
    found.focus();
    if (document.activeElement === found) return true;
  }
  return false;
}

function isCard(element: Element): boolean {
  return element.hasAttribute('data-card');
}
