import type { PlaybackCommand } from './playback';
import type { PlayerCommand } from './player-controls';

/** What a key does in the large view, to the video or beyond it. */
export type PlayerAction = PlayerCommand | 'pick' | 'still' | 'previousTask' | 'nextTask';

/** What a key does in a comparison. `hear2` unmutes the second video. */
export type ComparisonAction = PlaybackCommand | 'mute' | 'mode' | 'pick' | `hear${1 | 2 | 3 | 4}`;

export interface Actions {
  player: PlayerAction;
  comparison: ComparisonAction;
}

/** The keys of video editors: what each does to one video, and what to several that are compared. */
export const KEY_MAP: Readonly<Record<string, { readonly [S in keyof Actions]?: Actions[S] }>> = {
  Space: both('toggle'),
  J: { player: 'backwards', comparison: 'secondBack' },
  K: { player: 'stand', comparison: 'toggle' },
  L: { player: 'forwards', comparison: 'secondOn' },
  ArrowLeft: both('frameBack'),
  ArrowRight: both('frameOn'),
  ',': both('frameBack'),
  '.': both('frameOn'),
  'Shift+ArrowLeft': both('secondBack'),
  'Shift+ArrowRight': both('secondOn'),
  Home: both('start'),
  End: both('end'),
  '<': both('slower'),
  '>': both('faster'),
  R: { player: 'loop' },
  M: both('mute'),
  F: { player: 'fullscreen' },
  I: { player: 'pip' },
  S: { player: 'still' },
  'Shift+P': { player: 'previousTask' },
  'Shift+N': { player: 'nextTask' },
  W: { comparison: 'mode' },
  P: both('pick'),
  1: { comparison: 'hear1' },
  2: { comparison: 'hear2' },
  3: { comparison: 'hear3' },
  4: { comparison: 'hear4' },
};

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key press does on a screen; undefined for all others, and for what belongs to the browser. */
export function actionOf<S extends keyof Actions>(screen: S, press: Press): Actions[S] | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const isCharacter = press.key.length === 1 && press.key !== ' ';
  const name = isCharacter ? press.key.toUpperCase() : press.key === ' ' ? 'Space' : press.key;
  const shifted = press.shiftKey ? KEY_MAP[`Shift+${name}`]?.[screen] : undefined;
  // Some keyboards need Shift for a digit or a sign, so characters match with it too.
  return shifted ?? (isCharacter || !press.shiftKey ? KEY_MAP[name]?.[screen] : undefined);
}

function both<A extends PlayerAction & ComparisonAction>(action: A): { player: A; comparison: A } {
  return { player: action, comparison: action };
}
