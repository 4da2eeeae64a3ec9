import { useEffect } from 'react';

import { keepFocusNear } from '~/task-view/focus-near';
import { openMenusByArrows } from '~/ui/menu-keys';

/** Ways around by keyboard that are the same on all screens. */
export function useGuiding(): void {
  useEffect(keepFocusNear, []);
  useEffect(openMenusByArrows, []);
}
