/** What to do about a video that is not where the leading one is. */
export type Correction = { kind: 'rate'; rate: number } | { kind: 'seek' };

/** Closer than this share of a frame counts as in step. */
const DEAD_BAND = 0.25;
/** Further apart than so many frames a seek is faster than running after. */
const SEEK_FRAMES = 6;
/** How fast an offset is worked off, per second. */
const GAIN = 3;
/** The followers are mute: nobody hears that they run this much faster or slower. */
const MAX_CHANGE = 0.4;
/** After a seek the picture needs a while to come, in ms: until then nothing is judged. */
export const COOL_DOWN_MS = 600;
/** How much a new measurement counts beside the ones before it. */
const WEIGHT = 0.35;

/**
 * The law that keeps a video in step with another one. Pure.
 * @param offset how far it is ahead, in seconds of video @param frame length of its frames, in seconds
 * @param speed the speed both are meant to have
 */
export function correct(offset: number, frame: number, speed: number): Correction {
  const frames = Math.abs(offset) / frame;
  if (frames > SEEK_FRAMES) return { kind: 'seek' };
  if (frames < DEAD_BAND) return { kind: 'rate', rate: speed };
  const change = Math.max(-MAX_CHANGE, Math.min(MAX_CHANGE, offset * GAIN));
  return { kind: 'rate', rate: speed * (1 - change) };
}

/** Measurements are as coarse as frames: their moving mean is not. */
export function smooth(before: number | null, now: number): number {
  return before === null ? now : before + WEIGHT * (now - before);
}

/** A frame that was, or will be, on the screen. */
export interface ShownFrame {
  /** Its place in the video, in seconds. */
  mediaTime: number;
  /** When it is shown, in ms of the page's clock. */
  at: number;
}

/** How far a follower is ahead of the leader when its frame is shown, in seconds of video. */
export function offsetOf(follower: ShownFrame, leader: ShownFrame, speed: number): number {
  const leaderThen = leader.mediaTime + ((follower.at - leader.at) / 1000) * speed;
  return follower.mediaTime - leaderThen;
}
