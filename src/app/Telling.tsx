import { Announcer } from '~/features/notices/announcer';
import { Told } from '~/features/told/told';
import { useSlowToday } from '~/engine/use-slow-today';

/** Tells what ends, to those who look and to those who do not, and lets cards say what is slower than usual. */
export function Telling() {
  useSlowToday();
  return (
    <>
      <Announcer />
      <Told />
    </>
  );
}
