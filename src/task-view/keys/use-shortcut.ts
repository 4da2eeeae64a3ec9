import { usePrefs } from '~/prefs/use-prefs';

import { isCharacterKey } from './key-map';

/** The key of a control, or several, to be named on it; none while the person has turned them off. */
export function useShortcut(key: string | undefined): string | undefined {
  const isOff = usePrefs(({ singleKeys }) => singleKeys === 'off');
  return isOff && key?.split(' ').every(isCharacterKey) ? undefined : key;
}
