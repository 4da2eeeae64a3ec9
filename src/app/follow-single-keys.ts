import { prefs } from '~/prefs/prefs';
import { letCharactersAct } from '~/ui/keys';

/** Lets single letters, digits and signs act as long as the person wants that. */
export function followSingleKeys(): void {
  const apply = (): void => letCharactersAct(prefs.getState().singleKeys === 'on');
  apply();
  prefs.subscribe(apply);
}
