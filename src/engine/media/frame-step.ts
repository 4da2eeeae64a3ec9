/** Steps through a video frame by frame, at whatever rate it has. */
export interface FrameStep {
  /** Shows the next frame, or the one before. Pauses the video. Resolves when it is on the screen. */
  step(direction: 1 | -1): Promise<void>;
  /** How long a frame is shown, in seconds; null while it is not known. */
  frameSeconds(): number | null;
  stop(): void;
}

/** Steps of this length find the next frame of any video up to 60 frames a second, in seconds. */
const PROBE_S = 1 / 60;
/** At 5 frames a second the next frame is 12 probes away. */
const MAX_PROBES = 12;
/** More than times are rounded by, less than any frame lasts, in seconds. */
const EDGE_S = 0.002;
/** A seek that shows no new frame within this time has none to show, in ms. */
const SEEN_MS = 700;
const MANY = 24;

/**
 * No browser tells a video's frame rate. It is learnt from the times of the frames that are shown: the usual one
 * of the last ones while the video plays, or, where it never played, by feeling forward in small steps.
 * @param known the length of a frame in seconds, where somebody has learnt it already
 */
export function createFrameStep(element: HTMLVideoElement, known: number | null = null): FrameStep {
  const lengths: number[] = known === null ? [] : [known];
  let shown: { mediaTime: number; count: number } | null = null;
  let waiting: ((mediaTime: number) => void) | null = null;
  let over = false;
  let handle = 0;

  const onFrame = (_now: number, { mediaTime, presentedFrames }: VideoFrameCallbackMetadata) => {
    if (over) return;
    if (shown && !element.paused && !element.seeking) {
      const length = frameLength(
        shown,
        { mediaTime, count: presentedFrames },
        element.playbackRate,
      );
      if (length !== null) {
        lengths.push(length);
        if (lengths.length > MANY) lengths.shift();
      }
    }
    shown = { mediaTime, count: presentedFrames };
    waiting?.(mediaTime);
    handle = element.requestVideoFrameCallback(onFrame);
  };
  if (canWatchFrames(element)) handle = element.requestVideoFrameCallback(onFrame);

  const seekTo = (time: number): Promise<number> =>
    new Promise((resolve) => {
      const end = (mediaTime: number): void => {
        clearTimeout(timer);
        waiting = null;
        resolve(mediaTime);
      };
      const timer = setTimeout(() => end(shown?.mediaTime ?? element.currentTime), SEEN_MS);
      waiting = end;
      element.currentTime = Math.min(Math.max(0, time), lastMoment(element));
      if (!canWatchFrames(element)) end(element.currentTime);
    });

  return {
    async step(direction) {
      element.pause();
      const length = usual(lengths);
      if (length !== null) {
        await seekTo(placeIn(element, shown?.mediaTime ?? null, length) + direction * length);
        return;
      }
      const from = shown?.mediaTime ?? element.currentTime;
      for (let probe = 1; probe <= MAX_PROBES; probe += 1) {
        const to = from + direction * PROBE_S * probe;
        const seen = await seekTo(to);
        if (seen !== from) {
          if (direction > 0 && seen > from) lengths.push(seen - from);
          return;
        }
        if (to <= 0 || to >= lastMoment(element)) return;
      }
    },
    frameSeconds: () => usual(lengths),
    stop() {
      over = true;
      if (canWatchFrames(element)) element.cancelVideoFrameCallback(handle);
    },
  };
}

/**
 * Where the video is, in seconds: the middle of the frame on the screen, so that rounding never falls into the one
 * beside it. Right after a jump the old frame is still there: then the place that was jumped to, just past its edge.
 */
function placeIn(element: HTMLVideoElement, shown: number | null, length: number): number {
  const isThere =
    shown !== null && element.currentTime >= shown && element.currentTime < shown + length;
  return isThere ? shown + length / 2 : element.currentTime + EDGE_S;
}

/** Seeking to the very end shows nothing in some browsers. */
function lastMoment(element: HTMLVideoElement): number {
  return Number.isFinite(element.duration) ? Math.max(0, element.duration - 0.001) : Infinity;
}

/** Frames may have been left out between two that were shown: their count tells. Null where it cannot be said. */
function frameLength(
  before: { mediaTime: number; count: number },
  after: { mediaTime: number; count: number },
  rate: number,
): number | null {
  const frames = after.count - before.count;
  const length = (after.mediaTime - before.mediaTime) / frames;
  // At more than the usual speed the browser leaves out frames without presenting them.
  return rate <= 1 && frames > 0 && length > 0.004 && length < 0.5 ? length : null;
}

/** A busy machine leaves out frames without counting them: those that were seen are too long then, never too short. */
function usual(lengths: readonly number[]): number | null {
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 4)] ?? null;
}

export function canWatchFrames(element: HTMLVideoElement): boolean {
  return 'requestVideoFrameCallback' in element;
}
