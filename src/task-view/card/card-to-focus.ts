/**
 * What takes the focus of a card, or of a row of the table: its cell in this column. A card takes it only from keys: else
 * a click on it would, and hold the order of the board.
 */
export function cardToFocus(card: HTMLElement, column = '1'): HTMLElement {
  const cell = card.querySelector<HTMLElement>(`[data-cell="${column}"]`);
  if (cell) return cell;
  if (!card.hasAttribute('tabindex')) {
    card.tabIndex = -1;
    card.addEventListener('blur', () => card.removeAttribute('tabindex'), { once: true });
  }
  return card;
}
