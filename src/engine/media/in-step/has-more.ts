type Standing = Pick<
  HTMLVideoElement,
  'seeking' | 'readyState' | 'currentTime' | 'duration' | 'buffered'
>;

/** As in HTMLMediaElement. */
const [CURRENT_DATA, FUTURE_DATA] = [2, 3];
/** How much of what follows has to be there, in seconds: a few frames. */
const AHEAD = 0.25;

/** Whether a video could play on from where it stands. A video that jumps cannot. */
export function hasMore(element: Standing): boolean {
  const { seeking, readyState, currentTime, duration, buffered } = element;
  if (seeking || readyState < CURRENT_DATA) return false;
  if (readyState >= FUTURE_DATA) return true;
  // After a jump WebKit goes on saying that it has this one frame, even while it plays.
  const wanted = Math.min(currentTime + AHEAD, duration);
  for (let range = 0; range < buffered.length; range += 1) {
    if (buffered.start(range) <= currentTime && buffered.end(range) >= wanted) return true;
  }
  return false;
}
