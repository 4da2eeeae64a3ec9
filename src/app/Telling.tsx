import { Announcer } from '~/features/notices/announcer';
import { Told } from '~/features/told/told';

/** Tells what ends, to those who look and to those who do not. */
export function Telling() {
  return (
    <>
      <Announcer />
      <Told />
    </>
  );
}
