import { useSyncExternalStore } from 'react';

import { useT } from '~/i18n/use-t';
import { onToast, toastsWaiting } from '~/ui/toast';

import { Toaster } from './parts';

/** Loads the code that shows notices with the first one. */
export function ToastHost() {
  const t = useT();
  const needed = useSyncExternalStore(onToast, everNeeded);
  return needed ? <Toaster label={t('ui.notices')} closeLabel={t('ui.close')} /> : null;
}

let needed = false;

function everNeeded(): boolean {
  needed ||= toastsWaiting();
  return needed;
}
