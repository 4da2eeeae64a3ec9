/**
 * What takes the focus of a card, or of a row of the table: its cell in this column. Only the card that keys led to last
 * takes it, until it is pressed: else a click on any would, and hold the order of the board.
 */
export function cardToFocus(card: HTMLElement, column = '1'): HTMLElement {
  const cell = card.querySelector<HTMLElement>(`[data-cell="${column}"]`);
  if (cell) return cell;
  if (card === last) return card;
  last?.removeAttribute('tabindex');
  last = card;
  // A dialog gives the focus back only to what Tab reaches.
  card.tabIndex = 0;
  card.addEventListener('pointerdown', forget, { once: true });
  return card;
}

let last: HTMLElement | null = null;

function forget(): void {
  last?.removeAttribute('tabindex');
  last = null;
}
