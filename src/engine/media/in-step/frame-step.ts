import { canWatchFrames, watchFrames } from './watch-frames';

/** Steps through a video frame by frame, whatever its frame rate. */
export interface FrameStep {
  /** Pauses and shows the next or the previous frame. Resolves once it is on screen. */
  step(direction: 1 | -1): Promise<void>;
  stop(): void;
}

/** Steps of this length, in seconds, find the next frame at up to 60 frames per second. */
const PROBE_S = 1 / 60;
/** At 5 frames per second the next frame is 12 probes away. */
const MAX_PROBES = 12;
/** More than the rounding of times, much less than any frame lasts, in seconds. */
const EDGE_S = 0.0005;
/** If a seek shows no new frame within this time, in ms, there is none. */
const SEEN_MS = 700;
const MANY = 24;
/** Where nothing says how long a frame is, in seconds. */
const USUAL_S = 1 / 24;

/**
 * Steps frame by frame. Browsers do not expose a video's frame rate, so it is learnt from the times of the frames
 * shown: the median of the latest while the video plays or, if it never played, by probing in small steps. Firefox says
 * of a frame that was sought when it was sought, and not when it begins: there the video is played for a moment, unheard,
 * and where its frames begin is counted from one that was played.
 */
export function createFrameStep(element: HTMLVideoElement): FrameStep {
  const lengths: number[] = [];
  /** Where a frame begins, in seconds: the last of which that is known. */
  let begin = 0;
  let shown: { mediaTime: number; count: number } | null = null;
  /** How many frames were shown since it plays. The first may have been sought. */
  let played = 0;
  let onShown: ((mediaTime: number) => void) | null = null;

  const stop = watchFrames(element, (frame) => {
    played = element.paused || element.seeking ? 0 : played + 1;
    const length = shown && played > 2 ? frameLength(shown, frame, element.playbackRate) : null;
    if (length !== null) lengths.push(length);
    if (lengths.length > MANY) lengths.shift();
    shown = frame;
    if (played > 1 || !isEcho(frame.mediaTime, element.currentTime)) begin = frame.mediaTime;
    onShown?.(frame.mediaTime);
  });

  /** Does something, and resolves with the time of a frame that is shown then; null if none is. */
  const shows = (doing: () => void, isIt: () => boolean = () => true): Promise<number | null> =>
    new Promise((resolve) => {
      const end = (mediaTime: number | null): void => {
        clearTimeout(timer);
        onShown = null;
        resolve(mediaTime);
      };
      const timer = setTimeout(() => end(null), SEEN_MS);
      onShown = (mediaTime) => isIt() && end(mediaTime);
      doing();
      if (!canWatchFrames(element)) end(null);
    });
  const seekTo = (time: number): Promise<number | null> =>
    shows(() => {
      element.currentTime = Math.min(Math.max(0, time), lastMoment(element));
    });

  const go = (from: number, direction: 1 | -1, length: number): Promise<number | null> =>
    // Into the middle of a frame, so that rounding cannot land in a neighbouring one.
    seekTo(begin + (Math.floor((from + EDGE_S - begin) / length) + direction + 0.5) * length);

  /** Plays a moment, which says how long a frame is; not where it would end, or tells nothing. */
  const playOn = async (from: number): Promise<void> => {
    const { muted, duration, playbackRate } = element;
    if (!canWatchFrames(element) || playbackRate > 1 || !(duration - from > SEEN_MS / 1000)) return;
    element.muted = true;
    await shows(
      () => void element.play().catch(() => {}),
      () => lengths.length > 1,
    );
    element.pause();
    element.muted = muted;
  };

  return {
    async step(direction) {
      element.pause();
      const from = element.currentTime;
      const length = usual(lengths);
      if (length !== null) {
        await go(from, direction, length);
        return;
      }
      // Just past its edge: a frame that begins at its own time is no echo.
      const at = await seekTo(from + EDGE_S);
      if (at === null || isEcho(at, element.currentTime)) {
        await playOn(from);
        await go(from, direction, usual(lengths) ?? USUAL_S);
        return;
      }
      for (let probe = 1; probe <= MAX_PROBES; probe += 1) {
        const to: number = at + direction * PROBE_S * probe + EDGE_S;
        const seen: number = (await seekTo(to)) ?? at;
        if (direction > 0 && seen > at) lengths.push(seen - at);
        if (seen !== at || to <= 0 || to >= lastMoment(element)) return;
      }
    },
    stop,
  };
}

/** Whether it is the time that was sought. */
function isEcho(mediaTime: number, sought: number): boolean {
  return Math.abs(mediaTime - sought) < EDGE_S / 4;
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
