/** These use the arrow keys themselves: cells of a table, and the pieces of a pasted text. */
const OWN_ARROWS = '[role="grid"], [data-piece]';

/** An arrow key up or down opens the menu of the button that has the focus, as in other programs. @returns ends it */
export function openMenusByArrows(): () => void {
  const press = (event: KeyboardEvent): void => {
    const { key, target, shiftKey, ctrlKey, metaKey, altKey } = event;
    if ((key !== 'ArrowDown' && key !== 'ArrowUp') || shiftKey || ctrlKey || metaKey || altKey)
      return;
    const button = target instanceof Element ? target.closest('[aria-haspopup="menu"]') : null;
    if (!(button instanceof HTMLElement) || button.closest(OWN_ARROWS)) return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
  };
  // Before it leads from card to card.
  document.addEventListener('keydown', press, true);
  return () => document.removeEventListener('keydown', press, true);
}
