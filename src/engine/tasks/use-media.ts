import type { Media } from '~/engine/media/media';

import { mediaOf } from './media';
import { useEngine } from './use-engine';

/** The videos of the engine that `app/boot` started. */
export function useMedia(): Media {
  return mediaOf(useEngine());
}
