import type { KeepKey } from '~/core/connection';

import type { Translate } from './i18n';

/** How long a key may be remembered. @param canSeal false: only until the next reload */
export function keepChoices(t: Translate, canSeal: boolean): { value: KeepKey; label: string }[] {
  if (!canSeal) return [{ value: 'tab', label: t('add.keepMemory') }];
  return [
    { value: 'tab', label: t('add.keepTab') },
    { value: 'device', label: t('add.keepDevice') },
  ];
}
