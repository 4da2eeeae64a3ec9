import { createStore } from 'zustand/vanilla';

import { refKey, type TaskRef } from '~/core/answer';
import { SAMPLE_BASE } from '~/core/connection';
import { lazyPlayLadder } from './lazy-play-ladder';
import type { LadderSources } from './ladder-sources';
import type { Media } from './media';
import type { PictureQueue } from './pictures/picture-queue';
import { createPosters } from './posters';
import type { Streams } from './streams';
import { serviceWorkers } from '~/platform/service-workers';
import { within } from '~/platform/within';

import type { Engine } from '~/engine/engine';
import { whenWhole } from '~/engine/state';
import { lazyKeeping } from '~/engine/media/keep/lazy-keeping';

/** How long to wait for a kept copy before trying other sources, in ms. */
const KEPT_MS = 1000;

const medias = new WeakMap<Engine, Media>();

/** The media of an engine. Created on first use, because its code is not part of the first download. */
export function mediaOf(engine: Engine): Media {
  const known = medias.get(engine);
  if (known) return known;
  const media = createMedia(engine);
  medias.set(engine, media);
  return media;
}

function createMedia(engine: Engine): Media {
  const { videos, answers, tracked } = engine;
  let made: Promise<Streams> | null = null;
  // A chunk that does not come is tried again with the next video.
  const streams = (): Promise<Streams> =>
    (made ??= import('./streams').then(
      ({ createStreams }) => createStreams(serviceWorkers(), './sw.js'),
      (error: unknown) => {
        made = null;
        throw error;
      },
    ));
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
      if (ref.base === SAMPLE_BASE) return null;
      const { ready, open: stream } = await streams();
      return (await ready()) ? stream(() => videos.originOf(ref)) : null;
    },
    readFault: videos.readRefusal,
  });
  const open: Media['open'] = async (ref, signal) =>
    (await import('./open-video')).openVideo(sourcesOf(ref), signal);
  const keeping = lazyKeeping(engine, open);
  const frames = createStore<ReadonlyMap<string, HTMLCanvasElement>>(() => new Map());
  let queue: Promise<PictureQueue> | null = null;
  const pictures = (): Promise<PictureQueue> =>
    (queue ??= import('./pictures/pictures').then(({ createPictures }) =>
      createPictures({ engine, posters, frames, unreadableHosts, keeping }),
    ));
  void whenWhole(tracked).then(() => posters.prune((key) => tracked.getState().tasks.has(key)));

  return {
    playLadder: (ref, options) => lazyPlayLadder(sourcesOf(ref), options),
    open,
    posters: posters.store,
    wantPoster: posters.want,
    keepPoster: (key, picture) => void posters.keep(key, picture),
    frames,
    wantPicture(ref, source, card) {
      let stop: (() => void) | null = null;
      let isOver = false;
      pictures().then(
        ({ watch }) => {
          if (!isOver) stop = watch({ ref, source, card });
        },
        // Without this code a card keeps its tint.
        () => (queue = null),
      );
      return () => {
        isOver = true;
        stop?.();
      };
    },
    unreadableHosts,
    serveFile: async (...file) => (await streams()).serveFile(...file),
    keeping,
  };
}
