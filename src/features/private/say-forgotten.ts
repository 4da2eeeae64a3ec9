import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';

/** Says once that nothing is left: an empty page alone could also be one that failed to load. */
export function sayForgotten(): void {
  history.replaceState(null, '');
  showToast({ text: translate('private.done'), durationMs: 10_000 });
}
