import { refKey, type TaskRef } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import { createPlayLadder, type LadderSources } from './play-ladder';
import type { Media } from './media';
import { openVideo } from './open-video';
import { createPosters } from './posters';
import { createStreams } from './streams';
import { within } from '~/platform/within';

import type { Engine } from '~/engine/engine';
import { startKeeping } from '~/engine/media/keep/keep-tasks';

/** How long to wait for a kept copy before trying other sources, in ms. */
const KEPT_MS = 1000;

const made = new WeakMap<Engine, Media>();

/** The media of an engine. Created on first use, because its code is not part of the first download. */
export function mediaOf(engine: Engine): Media {
  const known = made.get(engine);
  if (known) return known;
  const media = createMedia(engine);
  made.set(engine, media);
  return media;
}

function createMedia(engine: Engine): Media {
  const { videos, answers, tracked } = engine;
  const streams = createStreams(workers(), './sw.js');
  const posters = createPosters();
  const unreadableHosts = new Set<string>();
  const sourcesOf = (ref: TaskRef): LadderSources => ({
    unreadableHosts,
    // A database that never answers must not block a video that is available elsewhere.
    kept: () => within(KEPT_MS, keeping.file(refKey(ref))),
    video: () => answers.get(ref).task?.video ?? null,
    fresh: () => videos.fresh(ref),
    openLink: videos.openLink,
    openContent: videos.hasKey(ref) ? (signal) => videos.openContent(ref, signal) : null,
    stream: async () => {
      const streamable = ref.base !== SAMPLE_BASE && (await streams.ready());
      return streamable ? streams.open(() => videos.originOf(ref)) : null;
    },
    readFault: videos.readRefusal,
  });
  const open: Media['open'] = (ref, signal) => openVideo(sourcesOf(ref), signal);
  const keeping = startKeeping(engine, open);
  void posters.prune((key) => tracked.getState().tasks.has(key));

  return {
    playLadder: (ref, options) => createPlayLadder(sourcesOf(ref), options),
    open,
    posters: posters.store,
    wantPoster: posters.want,
    keepPoster: (key, picture) => void posters.keep(key, picture),
    unreadableHosts,
    serveFile: streams.serveFile,
    keeping,
  };
}

/** Missing on insecure pages: plain http, except on localhost. */
function workers(): ServiceWorkerContainer | null {
  return 'serviceWorker' in navigator ? navigator.serviceWorker : null;
}
