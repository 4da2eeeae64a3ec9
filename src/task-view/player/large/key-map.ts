import type { Command } from './commands';

/** What a key does in the large view, to the video or beyond it. */
export type KeyAction = Command | 'still' | 'previousTask' | 'nextTask';

/** The keys of video editors. Letters match whether or not Shift is pressed. */
export const KEY_MAP: readonly (readonly [keys: string, action: KeyAction])[] = [
  ['Space', 'toggle'],
  ['J', 'backwards'],
  ['K', 'stand'],
  ['L', 'forwards'],
  ['ArrowLeft', 'frameBack'],
  ['ArrowRight', 'frameOn'],
  [',', 'frameBack'],
  ['.', 'frameOn'],
  ['Shift+ArrowLeft', 'secondBack'],
  ['Shift+ArrowRight', 'secondOn'],
  ['Home', 'start'],
  ['End', 'end'],
  ['<', 'slower'],
  ['>', 'faster'],
  ['R', 'loop'],
  ['M', 'mute'],
  ['F', 'fullscreen'],
  ['I', 'pip'],
  ['S', 'still'],
  ['Shift+P', 'previousTask'],
  ['Shift+N', 'nextTask'],
];

const ACTIONS = new Map(KEY_MAP);

/** What a key press does here; null for all others, and for what belongs to the browser. */
export function actionOf(
  press: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): KeyAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const name =
    press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const shifted = press.shiftKey && !/^[<>,.]$/.test(name);
  return ACTIONS.get(shifted ? `Shift+${name}` : name) ?? null;
}
