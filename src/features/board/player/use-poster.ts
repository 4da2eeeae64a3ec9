import { useEffect } from 'react';
import { useStore } from 'zustand';

import type { Card } from '~/features/board/use-card';
import { useMedia } from '~/engine/tasks/use-media';

/**
 * The picture of a film that is ready: its first frame where it was seen once, which costs no request and never
 * expires, else the service's thumbnail. Undefined while it is not known which.
 */
export function usePoster({ key, face, task }: Card): string | null | undefined {
  const media = useMedia();
  const own = useStore(media.posters, (posters) => posters.get(key));
  const ready = face === 'ready';
  useEffect(() => {
    if (ready) media.wantPoster(key);
  }, [media, ready, key]);
  return own ?? (own === null ? (task?.thumbnail ?? null) : undefined);
}
