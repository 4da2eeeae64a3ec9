import type { FeedParts } from '~/engine/feeds/follow-feeds';

import type { EngineParts } from './parts';

/** How long after a download of the code that failed it is tried again, in ms. */
const AGAIN_MS = 30_000;

/** Follows the host's feeds, whose code is loaded only where there are some. */
export function startFeeds(parts: FeedParts & Pick<EngineParts, 'loadFeeds'>): () => void {
  const { loadFeeds, timers } = parts;
  let hasStopped = false;
  let stop = (): void => {};
  const load = (): void => {
    if (hasStopped) return;
    void loadFeeds?.().then(
      (follow) => {
        if (!hasStopped) stop = follow(parts);
      },
      () => void timers.after(AGAIN_MS, load),
    );
  };
  load();
  return () => {
    hasStopped = true;
    stop();
  };
}
