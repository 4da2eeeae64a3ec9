import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';

/** Says that a part of the page has not come with which something that was pressed would have been done. */
export function sayFailed(): void {
  showToast({ text: translate('app.partFailed') });
}
