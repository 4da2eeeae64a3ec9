import { useMediaQuery } from '~/ui/use-media-query';

/**
 * Whether a picture has the room of a phone. Its columns are laid out by this and not by classes: every class is part of
 * the first download, the pictures are not.
 */
export function useIsNarrow(): boolean {
  return useMediaQuery('(width < 40rem)');
}
