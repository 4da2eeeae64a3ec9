import { useEffect } from 'react';

import { Announcer } from '~/features/notices/announcer';
import { useSlowToday } from '~/engine/use-slow-today';
import { keepFocusNear } from '~/task-view/focus-near';
import { openMenusByArrows } from '~/ui/menu-keys';

import { SkipLink } from './SkipLink';

/** What no card waits for: telling those who look, what is slower than usual, ways around by keyboard. */
export function Telling() {
  useSlowToday();
  useEffect(keepFocusNear, []);
  useEffect(openMenusByArrows, []);
  return (
    <>
      <SkipLink />
      <Announcer />
    </>
  );
}
