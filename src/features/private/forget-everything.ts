import type { Engine } from '~/engine/engine';
import { whenWhole } from '~/engine/state';
import { FORGOTTEN } from '~/platform/forgotten';
import { forgetStored } from '~/platform/forget-stored';
import { within } from '~/platform/within';

/** How long a large board may take to be read, in ms. */
const WHOLE_MS = 10_000;

/**
 * Forgets everything: first in all tabs, which would store it again, then on this device. The page starts anew and
 * empty, unless something could not be deleted: then it resolves to false.
 */
export async function forgetEverything(engine: Engine): Promise<boolean> {
  const { connections, tracked } = engine;
  // Other tabs keep what is not named; a board that cannot be read whole is emptied all the same.
  await within(WHOLE_MS, whenWhole(tracked));
  await Promise.all([...connections.getState().connections.keys()].map(engine.forgetKey));
  engine.remove([...tracked.getState().tasks.keys()], true);
  engine.stop();
  const isAll = await forgetStored();
  if (isAll) {
    history.replaceState(FORGOTTEN, '', location.pathname);
    location.reload();
  }
  return isAll;
}
