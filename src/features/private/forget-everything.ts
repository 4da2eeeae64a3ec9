import type { Engine } from '~/engine/engine';
import { forgetStored } from '~/platform/forget-stored';

/**
 * Forgets everything: first in all tabs, which would store it again, then on this device. The page starts anew and
 * empty.
 */
export async function forgetEverything(engine: Engine): Promise<void> {
  const { connections, tracked } = engine;
  await Promise.all([...connections.getState().connections.keys()].map(engine.forgetKey));
  engine.remove([...tracked.getState().tasks.keys()], true);
  engine.stop();
  await forgetStored();
  location.replace(location.pathname);
}
