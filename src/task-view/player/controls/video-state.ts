import { createStore, type StoreApi } from 'zustand/vanilla';

import { watchFrames } from '~/engine/media/in-step/watch-frames';

import { captionsShown } from './captions';

/** What our controls show. Times in seconds. */
interface VideoState {
  time: number;
  /** 0 until it is known. */
  duration: number;
  /** Loaded from the start without a gap. */
  loaded: number;
  paused: boolean;
  muted: boolean;
  volume: number;
  loop: boolean;
  /** Whether the words in its file are shown; null if there are none. */
  captions: boolean | null;
  /** Normal speed is 1; below 0 it runs backwards. */
  speed: number;
}

/** Follows the events of a video. `refresh` is for what fires none: the loop, the shuttle's speed. */
export function watchVideo(element: HTMLVideoElement): {
  store: StoreApi<VideoState>;
  refresh: (change?: Partial<VideoState>) => void;
  stop: () => void;
} {
  const store = createStore<VideoState>(() => read(element, element.playbackRate));
  const refresh = (change: Partial<VideoState> = {}): void => {
    store.setState({ ...read(element, store.getState().speed), ...change });
  };
  const own = new AbortController();
  const listen = { signal: own.signal };
  for (const name of EVENTS) element.addEventListener(name, () => refresh(), listen);
  for (const name of ['addtrack', 'removetrack', 'change'])
    element.textTracks.addEventListener(name, () => refresh(), listen);
  element.addEventListener('ratechange', () => refresh({ speed: element.playbackRate }), listen);
  // `timeupdate` fires four times a second, too seldom for tenths; frame callbacks tell when there is something new.
  const unwatch = watchFrames(element, () => {
    if (tenths(element.currentTime) !== tenths(store.getState().time)) refresh();
  });
  return {
    store,
    refresh,
    stop() {
      own.abort();
      unwatch();
    },
  };
}

const EVENTS = [
  'play',
  'pause',
  'ended',
  'seeking',
  'seeked',
  'timeupdate',
  'durationchange',
  'progress',
  'playing',
  'volumechange',
  'emptied',
] as const;

function read(element: HTMLVideoElement, speed: number): VideoState {
  const { currentTime, duration, buffered } = element;
  return {
    time: currentTime,
    duration: Number.isFinite(duration) ? duration : 0,
    loaded: loadedFrom(buffered, currentTime),
    paused: element.paused,
    muted: element.muted,
    volume: element.volume,
    loop: element.loop,
    captions: captionsShown(element.textTracks),
    speed,
  };
}

/** End of the buffered range that contains `time`. */
function loadedFrom(buffered: TimeRanges, time: number): number {
  for (let index = 0; index < buffered.length; index += 1) {
    if (buffered.start(index) <= time && time <= buffered.end(index)) return buffered.end(index);
  }
  return 0;
}

function tenths(seconds: number): number {
  return Math.floor(seconds * 10);
}
