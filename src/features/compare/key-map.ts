/** What a key does in a comparison. */
export type CompareAction =
  | 'toggle'
  | 'frameBack'
  | 'frameOn'
  | 'secondBack'
  | 'secondOn'
  | 'start'
  | 'end'
  | 'mode'
  | 'pick'
  | 'mute'
  | 'slower'
  | 'faster'
  | { sound: number };

/** The keys of the large player, as far as they make sense for several videos. */
const KEYS: Readonly<Record<string, CompareAction>> = {
  ' ': 'toggle',
  K: 'toggle',
  J: 'secondBack',
  L: 'secondOn',
  ARROWLEFT: 'frameBack',
  ARROWRIGHT: 'frameOn',
  'SHIFT+ARROWLEFT': 'secondBack',
  'SHIFT+ARROWRIGHT': 'secondOn',
  ',': 'frameBack',
  '.': 'frameOn',
  '<': 'slower',
  '>': 'faster',
  HOME: 'start',
  END: 'end',
  W: 'mode',
  P: 'pick',
  M: 'mute',
  '1': { sound: 1 },
  '2': { sound: 2 },
  '3': { sound: 3 },
  '4': { sound: 4 },
};

/** What a key press does here; null for all others, and for what belongs to the browser. */
export function compareActionOf(
  press: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): CompareAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const name = press.key.toUpperCase();
  return KEYS[press.shiftKey && name.startsWith('ARROW') ? `SHIFT+${name}` : name] ?? null;
}
