type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

let charactersAct = true;

/** Whether single letters, digits and signs do anything: they must be possible to turn off (WCAG 2.1.4). */
export function letCharactersAct(act: boolean): void {
  charactersAct = act;
}

/** A key that the person turned off. */
export function isTurnedOff({ key, ctrlKey, metaKey, altKey }: Press): boolean {
  return !charactersAct && /^\S$/u.test(key) && !ctrlKey && !metaKey && !altKey;
}

/** The key is part of a character that is still being put together. */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari tells of the last of them by this number alone.
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way
  return event.isComposing || event.keyCode === 229;
}

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
 * slider marked with `data-arrows`; a video with the browser's controls uses all of them.
 */
export function isOwnKey({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isArrow = key.startsWith('Arrow');
  if (target.matches('video[controls]')) return isArrow || key === ' ' || key === 'Enter';
  if (key === ' ' && target.matches('input[type="checkbox"]')) return true;
  if (key === ' ' || key === 'Enter') return target.closest('button, a[href], summary') !== null;
  return isArrow && target.closest('input[type="radio"], [data-arrows]') !== null;
}
