import { createStore, type StoreApi } from 'zustand/vanilla';

/** What our controls draw of a film. Times in seconds. */
export interface FilmState {
  time: number;
  /** 0 while it is not known. */
  duration: number;
  /** Loaded from the start without a gap. */
  loaded: number;
  paused: boolean;
  /** It would play, but nothing comes. */
  waiting: boolean;
  muted: boolean;
  volume: number;
  loop: boolean;
  /** Usual speed is 1; below 0 it runs backwards. */
  speed: number;
}

/** Follows a film's own events. `refresh` is for what raises none: the loop, the shuttle's speed. */
export function watchFilm(film: HTMLVideoElement): {
  store: StoreApi<FilmState>;
  refresh: (change?: Partial<FilmState>) => void;
  stop: () => void;
} {
  const store = createStore<FilmState>(() => read(film, film.playbackRate));
  const refresh = (change: Partial<FilmState> = {}): void => {
    store.setState({ ...read(film, store.getState().speed), ...change });
  };
  const own = new AbortController();
  const listen = { signal: own.signal };
  for (const name of EVENTS) film.addEventListener(name, () => refresh(), listen);
  film.addEventListener('ratechange', () => refresh({ speed: film.playbackRate }), listen);
  // `timeupdate` comes four times a second: too seldom for tenths. Frames tell when there is something new to show.
  let handle = 0;
  const onFrame = (): void => {
    if (tenths(film.currentTime) !== tenths(store.getState().time)) refresh();
    handle = film.requestVideoFrameCallback(onFrame);
  };
  const watchesFrames = 'requestVideoFrameCallback' in film;
  if (watchesFrames) handle = film.requestVideoFrameCallback(onFrame);
  return {
    store,
    refresh,
    stop() {
      own.abort();
      if (watchesFrames) film.cancelVideoFrameCallback(handle);
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
  'waiting',
  'playing',
  'volumechange',
  'emptied',
] as const;

function read(film: HTMLVideoElement, speed: number): FilmState {
  const { currentTime, duration, buffered } = film;
  return {
    time: currentTime,
    duration: Number.isFinite(duration) ? duration : 0,
    loaded: loadedFrom(buffered, currentTime),
    paused: film.paused,
    waiting: !film.paused && film.readyState < HTMLMediaElement.HAVE_FUTURE_DATA,
    muted: film.muted,
    volume: film.volume,
    loop: film.loop,
    speed,
  };
}

/** The end of the loaded stretch that holds `time`. */
function loadedFrom(buffered: TimeRanges, time: number): number {
  for (let index = 0; index < buffered.length; index += 1) {
    if (buffered.start(index) <= time && time <= buffered.end(index)) return buffered.end(index);
  }
  return 0;
}

function tenths(seconds: number): number {
  return Math.floor(seconds * 10);
}
