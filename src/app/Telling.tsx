import { Announcer } from '~/features/notices/announcer';
import { useSlowToday } from '~/engine/use-slow-today';

import { SkipLink } from './SkipLink';
import { useGuiding } from './use-guiding';

/** What no card waits for: telling those who look, what is slower than usual, ways around by keyboard. */
export function Telling() {
  useSlowToday();
  useGuiding();
  return (
    <>
      <SkipLink />
      <Announcer />
    </>
  );
}
