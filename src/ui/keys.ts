/** A window or a menu lies over the page, so single keys are its own. */
export function isCovered(): boolean {
  return (
    document.querySelector('[role="dialog"]:not([aria-modal="false"]), [role="menu"]') !== null
  );
}

/** The person is writing, or choosing in a field: single keys are text there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type="radio"], [type="range"]), textarea, select') !== null)
  );
}

/**
 * What the focus is on answers this key by itself: a button to Space and Enter, a choice to the arrows, and so does a
 * slider that is marked with `data-arrows`.
 */
export function isOwnKey({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === ' ' || key === 'Enter') return target.closest('button, a[href], summary') !== null;
  return key.startsWith('Arrow') && target.closest('input[type="radio"], [data-arrows]') !== null;
}
