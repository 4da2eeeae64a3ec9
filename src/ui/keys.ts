/** A dialog or menu is open over the page and handles keys itself. */
export function isCovered(): boolean {
  return (
    document.querySelector('[role="dialog"]:not([aria-modal="false"]), [role="menu"]') !== null
  );
}

/** The person is typing or choosing in a field, where single keys are input. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type="radio"], [type="range"], [type="checkbox"]), textarea, select',
      ) !== null)
  );
}

/**
 * The focused element uses this key itself: a button uses Space and Enter, a choice the arrow keys, and so does a
 * slider marked with `data-arrows`.
 */
export function isOwnKey({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === ' ' && target.matches('input[type="checkbox"]')) return true;
  if (key === ' ' || key === 'Enter') return target.closest('button, a[href], summary') !== null;
  return key.startsWith('Arrow') && target.closest('input[type="radio"], [data-arrows]') !== null;
}
