import type { PlaybackCommand } from '~/task-view/player/controls/playback';
import type { PlayerCommand } from '~/task-view/player/controls/player-controls';

/** What a key does wherever a board's banner is. */
export type PageAction = 'search' | 'addTasks' | 'shortcuts' | 'palette';

/** What a key does on the board. */
export type BoardAction =
  | 'next'
  | 'previous'
  | 'above'
  | 'below'
  | 'details'
  | 'play'
  | 'choose'
  | 'chooseTo'
  | 'pick'
  | 'chooseAll'
  | 'chooseNone';

/** What a key does on a cell of the table, instead of what it does on a card. */
export type TableAction =
  | 'step'
  | 'farStep'
  | 'press'
  | 'edit'
  | 'chooseRow'
  | 'chooseRows'
  | 'copyCells';

/** What a key does in the large view, to the video or beyond it. */
export type PlayerAction = PlayerCommand | 'pick' | 'still' | 'previousTask' | 'nextTask';

/** What a key does in a comparison. `hear2` unmutes the second video. */
export type ComparisonAction = PlaybackCommand | 'mute' | 'mode' | 'pick' | `hear${1 | 2 | 3 | 4}`;

export interface Actions {
  page: PageAction;
  board: BoardAction;
  table: TableAction;
  player: PlayerAction;
  comparison: ComparisonAction;
}

type Meaning = { readonly [S in keyof Actions]?: Actions[S] };

/**
 * All keys, and what each does where: those of the board, and those of video editors for one video and for several that
 * are compared. What acts and the lists that people read are made of this. `Mod` is Ctrl, or ⌘.
 */
const KEY_MAP: Readonly<Record<string, Meaning>> = {
  '/': { page: 'search' },
  N: { page: 'addTasks' },
  'Mod+K': { page: 'palette' },
  '?': { page: 'shortcuts' },
  J: { board: 'next', player: 'backwards', comparison: 'secondBack' },
  K: { board: 'previous', player: 'stand', comparison: 'toggle' },
  ArrowRight: { board: 'next', table: 'step', ...both('frameOn') },
  ArrowLeft: { board: 'previous', table: 'step', ...both('frameBack') },
  ArrowUp: { board: 'above', table: 'step' },
  ArrowDown: { board: 'below', table: 'step' },
  PageUp: { table: 'step' },
  PageDown: { table: 'step' },
  Home: { table: 'step', ...both('start') },
  End: { table: 'step', ...both('end') },
  'Mod+ArrowRight': { table: 'farStep' },
  'Mod+ArrowLeft': { table: 'farStep' },
  'Mod+ArrowUp': { table: 'farStep' },
  'Mod+ArrowDown': { table: 'farStep' },
  'Mod+Home': { table: 'farStep' },
  'Mod+End': { table: 'farStep' },
  Enter: { board: 'details', table: 'press' },
  F2: { table: 'edit' },
  Space: { board: 'play', table: 'chooseRow', ...both('toggle') },
  'Shift+Space': { table: 'chooseRows' },
  'Mod+C': { table: 'copyCells' },
  X: { board: 'choose' },
  'Shift+X': { board: 'chooseTo' },
  'Mod+A': { board: 'chooseAll' },
  Escape: { board: 'chooseNone' },
  P: { board: 'pick', ...both('pick') },
  L: { player: 'forwards', comparison: 'secondOn' },
  ',': both('frameBack'),
  '.': both('frameOn'),
  'Shift+ArrowLeft': both('secondBack'),
  'Shift+ArrowRight': both('secondOn'),
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
  1: { comparison: 'hear1' },
  2: { comparison: 'hear2' },
  3: { comparison: 'hear3' },
  4: { comparison: 'hear4' },
};

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key press does on a screen; undefined for all others, and for what belongs to the browser. */
export function actionOf<S extends keyof Actions>(screen: S, press: Press): Actions[S] | undefined {
  if (press.altKey) return undefined;
  const mod = press.ctrlKey || press.metaKey ? 'Mod+' : '';
  const { key } = press;
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  const shifted = press.shiftKey ? KEY_MAP[`${mod}Shift+${name}`]?.[screen] : undefined;
  // Some keyboards need Shift for a digit or a sign, so those match with it too.
  const fits = !press.shiftKey || SIGN.test(key);
  return shifted ?? (fits ? KEY_MAP[mod + name]?.[screen] : undefined);
}

const SIGN = /^[^\p{L}\s]$/u;

/** Each action of a screen with all of its keys, in the order of the map. @param without keys that another one takes */
export function keysOf<S extends keyof Actions>(
  screen: S,
  without?: keyof Actions,
): ReadonlyMap<Actions[S], readonly string[]> {
  const found = new Map<Actions[S], string[]>();
  for (const [key, meaning] of Object.entries(KEY_MAP)) {
    const action = meaning[screen];
    if (action === undefined || (without !== undefined && meaning[without] !== undefined)) continue;
    found.set(action, [...(found.get(action) ?? []), key]);
  }
  return found;
}

/** A letter, digit or sign without Ctrl or ⌘: those that a person can turn off. */
export function isCharacterKey(key: string): boolean {
  return /^(?:Shift\+)?.$/u.test(key);
}

function both<A extends PlayerAction & ComparisonAction>(action: A): { player: A; comparison: A } {
  return { player: action, comparison: action };
}
