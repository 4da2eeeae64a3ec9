/** Frames to wait for a row that is far away to be rendered and measured. */
const MOST_FRAMES = 30;

/** Focuses it once it is there. @param find null once it is not wanted any more, or not there yet */
export function focusSoon(find: () => HTMLElement | null, frames = MOST_FRAMES): void {
  const element = find();
  element?.focus();
  if (frames > 0 && (element === null || document.activeElement !== element))
    requestAnimationFrame(() => focusSoon(find, frames - 1));
}
