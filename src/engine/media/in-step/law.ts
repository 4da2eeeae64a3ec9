/** How to correct a video that has drifted from the leading one. */
type Correction = { kind: 'rate'; rate: number } | { kind: 'seek' };

/** Within this share of a frame, videos count as in step. */
const DEAD_BAND = 0.25;
/** Beyond this many frames, a seek is quicker than catching up. */
const SEEK_FRAMES = 6;
/** How fast an offset is corrected, per second. */
const GAIN = 3;
/** The followers are muted, so nobody hears that they play this much faster or slower. */
const MAX_CHANGE = 0.4;
/** After a seek the picture takes a while to appear; until then, in ms, nothing is corrected. */
export const COOL_DOWN_MS = 600;
/** Weight of a new measurement against the previous mean. */
const WEIGHT = 0.35;

/**
 * The control law that keeps a video in step with another. Pure.
 * @param offset how far it is ahead, in seconds of video @param frame length of its frames, in seconds
 * @param speed the playback rate both should have
 */
export function correct(offset: number, frame: number, speed: number): Correction {
  const frames = Math.abs(offset) / frame;
  if (frames > SEEK_FRAMES) return { kind: 'seek' };
  if (frames < DEAD_BAND) return { kind: 'rate', rate: speed };
  const change = Math.max(-MAX_CHANGE, Math.min(MAX_CHANGE, offset * GAIN));
  return { kind: 'rate', rate: speed * (1 - change) };
}

/** A moving average: single measurements are only as precise as a frame. */
export function smooth(before: number | null, now: number): number {
  return before === null ? now : before + WEIGHT * (now - before);
}

/** A frame that was or is about to be on screen. */
export interface ShownFrame {
  /** Its position in the video, in seconds. */
  mediaTime: number;
  /** When it is shown, in ms on the page's clock. */
  at: number;
}

/** How far the follower is ahead of the leader, in seconds of video. */
export function offsetOf(follower: ShownFrame, leader: ShownFrame, speed: number): number {
  const leaderThen = leader.mediaTime + ((follower.at - leader.at) / 1000) * speed;
  return follower.mediaTime - leaderThen;
}
