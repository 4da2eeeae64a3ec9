import { useEffect } from 'react';

import { beginWork } from './unfinished';

/** While `busy`, the page is not reloaded for a new version. */
export function useUnfinished(busy: boolean): void {
  useEffect(() => (busy ? beginWork() : undefined), [busy]);
}
