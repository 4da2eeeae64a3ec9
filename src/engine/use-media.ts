import type { Media } from '~/engine/media/media';

import { mediaOf } from '~/engine/media/media-of';
import { useEngine } from './use-engine';

/** The media of the current engine. */
export function useMedia(): Media {
  return mediaOf(useEngine());
}
