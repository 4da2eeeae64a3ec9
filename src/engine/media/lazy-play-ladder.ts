import type { PlayLadder, PlayLadderOptions } from '~/core/video';

import type { LadderSources } from './ladder-sources';

/** A play ladder whose code comes with the first video that plays. If it does not come, the video is unreachable. */
export function lazyPlayLadder(sources: LadderSources, options?: PlayLadderOptions): PlayLadder {
  let closed = false;
  const ladder = import('./play-ladder').then(
    ({ createPlayLadder }) => {
      const made = createPlayLadder(sources, options);
      if (closed) made.close();
      return made;
    },
    () => null,
  );
  return {
    next: async () => (await ladder)?.next() ?? { kind: 'problem', reason: 'unreachable' },
    whole: async () => (await ladder)?.whole() ?? null,
    close() {
      closed = true;
      void ladder.then((made) => made?.close());
    },
  };
}
