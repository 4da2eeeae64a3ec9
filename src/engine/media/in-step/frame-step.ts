import { canWatchFrames, watchFrames } from './watch-frames';

/** Steps through a video frame by frame, whatever its frame rate. */
interface FrameStep {
  /** Pauses and shows the next or the previous frame. Resolves once it is on screen. */
  step(direction: 1 | -1): Promise<void>;
  stop(): void;
}

/** Steps of this length, in seconds, find the next frame at up to 60 frames per second. */
const PROBE_S = 1 / 60;
/** At 5 frames per second the next frame is 12 probes away. */
const MAX_PROBES = 12;
/** More than the rounding of times, less than any frame lasts, in seconds. */
const EDGE_S = 0.002;
/** If a seek shows no new frame within this time, in ms, there is none. */
const SEEN_MS = 700;
const MANY = 24;

/**
 * Steps frame by frame. Browsers do not expose a video's frame rate, so it is learnt from the times of the frames
 * shown: the median of the latest while the video plays or, if it never played, by probing forward in small steps.
 * @param known the length of a frame in seconds, if it has been learnt already
 */
export function createFrameStep(element: HTMLVideoElement, known: number | null = null): FrameStep {
  const lengths: number[] = known === null ? [] : [known];
  let shown: { mediaTime: number; count: number } | null = null;
  let waiting: ((mediaTime: number) => void) | null = null;

  const stop = watchFrames(element, (frame) => {
    const plays = !element.paused && !element.seeking;
    const length = shown && plays ? frameLength(shown, frame, element.playbackRate) : null;
    if (length !== null) lengths.push(length);
    if (lengths.length > MANY) lengths.shift();
    shown = frame;
    waiting?.(frame.mediaTime);
  });

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
    stop,
  };
}

/**
 * The position in seconds: the middle of the frame on screen, so that rounding cannot land in a neighbouring one.
 * Right after a seek the old frame is still on screen; then it is the target of the seek, just past the frame's edge.
 */
function placeIn(element: HTMLVideoElement, shown: number | null, length: number): number {
  const isThere =
    shown !== null && element.currentTime >= shown && element.currentTime < shown + length;
  return isThere ? shown + length / 2 : element.currentTime + EDGE_S;
}

/** Some browsers show nothing after a seek to the very end. */
function lastMoment(element: HTMLVideoElement): number {
  return Number.isFinite(element.duration) ? Math.max(0, element.duration - 0.001) : Infinity;
}

/** The length of one frame, in seconds. Frames may have been skipped in between; their count tells. Null if unknown. */
function frameLength(
  before: { mediaTime: number; count: number },
  after: { mediaTime: number; count: number },
  rate: number,
): number | null {
  const frames = after.count - before.count;
  const length = (after.mediaTime - before.mediaTime) / frames;
  // Above normal speed, browsers drop frames without counting them.
  return rate <= 1 && frames > 0 && length > 0.004 && length < 0.5 ? length : null;
}

/** A busy machine drops frames without counting them, so measured lengths may be too long but never too short. */
function usual(lengths: readonly number[]): number | null {
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 4)] ?? null;
}
