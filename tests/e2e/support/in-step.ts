import type { Page } from '@playwright/test';

/**
 * How far the second video of the page is ahead of the first, in frames of the slower one, once for each of its frames
 * that is shown. Measured by the browser's own clock of frames, for `ms`; while a video stands, nothing is counted.
 */
export function measureSteps(page: Page, ms: number): Promise<number[]> {
  return page.evaluate(async (duration) => {
    const [first, second] = document.querySelectorAll('video');
    if (!first || !second) throw new Error('two videos are needed');
    const frame = 1 / 24;
    let leader: { mediaTime: number; at: number } | null = null;
    const offsets: number[] = [];
    const end = performance.now() + duration;
    const watch = (
      video: HTMLVideoElement,
      seen: (mediaTime: number, at: number) => void,
    ): void => {
      video.requestVideoFrameCallback((_now, { mediaTime, expectedDisplayTime }) => {
        seen(mediaTime, expectedDisplayTime);
        if (performance.now() < end) watch(video, seen);
      });
    };
    watch(first, (mediaTime, at) => {
      leader = { mediaTime, at };
    });
    watch(second, (mediaTime, at) => {
      if (!leader || first.paused || second.paused || at - leader.at > 200) return;
      const then = leader.mediaTime + ((at - leader.at) / 1000) * first.playbackRate;
      offsets.push((mediaTime - then) / frame);
    });
    await new Promise((over) => setTimeout(over, duration));
    return offsets;
  }, ms);
}
