import { cardToFocus } from './card/card-to-focus';

/** Where the person was when they opened another screen: the board is drawn anew when they come back. */
interface Opener {
  /** Finds the card, the group's head, or the notice. */
  place: string;
  /** Which of its buttons was pressed; null if the card itself had the focus. */
  button: number | null;
}

let opener: Opener | null = null;

/** Keeps in mind what has the focus. */
export function rememberOpener(): void {
  const { activeElement } = document;
  const place = activeElement?.closest<HTMLElement>('[data-card],[data-head],[data-notice]');
  const pressed = activeElement?.closest('button');
  opener = place
    ? {
        place: selectorOf(place),
        button: pressed ? buttonsIn(place).indexOf(pressed) : null,
      }
    : null;
}

/** How many frames the board gets to draw it. */
const MOST_FRAMES = 90;

/** Puts the focus back there as soon as it is drawn, unless the person has put it elsewhere. */
export function focusOpener(): void {
  const wanted = opener;
  const look = (left: number): void => {
    if (wanted === null) return;
    const place = document.querySelector<HTMLElement>(wanted.place);
    if (!isFree(place)) return;
    const found = place && targetIn(place, wanted.button);
    found?.focus();
    // Rows are invisible until their height is known.
    if (found && document.activeElement === found) opener = null;
    else if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  requestAnimationFrame(() => look(MOST_FRAMES));
}

function targetIn(place: HTMLElement, button: number | null): HTMLElement | undefined {
  if (button === null && place.dataset['card'] !== undefined) return cardToFocus(place);
  const buttons = buttonsIn(place);
  return buttons[button ?? 0] ?? buttons[0];
}

/** The focus is nowhere, or where the page puts it when a screen has gone: on its content, or on the card itself. */
function isFree(place: HTMLElement | null): boolean {
  const { activeElement } = document;
  return (
    activeElement === document.body ||
    activeElement?.matches('main') === true ||
    (place !== null && activeElement === place)
  );
}

function selectorOf({ dataset: { card, head, notice } }: HTMLElement): string {
  if (notice !== undefined) return '[data-notice]';
  return card === undefined
    ? `[data-head="${CSS.escape(head ?? '')}"]`
    : `[data-card="${CSS.escape(card)}"]`;
}

function buttonsIn(place: HTMLElement): HTMLButtonElement[] {
  return [...place.querySelectorAll('button')];
}
