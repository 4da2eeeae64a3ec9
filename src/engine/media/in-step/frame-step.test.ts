import { expect, test } from 'vitest';

import * as fc from '~test/properties';

import { createFrameStep } from './frame-step';

type Report = Parameters<HTMLVideoElement['requestVideoFrameCallback']>[0];

/**
 * A video of 20 s as browsers play it, but without their waits. @param says what a browser says of a frame that was
 * sought: when it `begins`, as Chromium and WebKit do, the time that was `sought`, as Firefox does, or `nothing`
 */
function videoOf(fps: number, says: 'begins' | 'sought' | 'nothing') {
  let report: Report | null = null;
  let count = 0;
  const frameAt = (time: number): number => Math.floor(time * fps + 1e-6);
  const show = (mediaTime: number): void => {
    const tell = report;
    report = null;
    count += 1;
    const frame = { mediaTime, expectedDisplayTime: 0, presentedFrames: count };
    tell?.(0, frame as VideoFrameCallbackMetadata);
  };
  const video = {
    duration: 20,
    paused: true,
    seeking: false,
    muted: false,
    playbackRate: 1,
    at: 0,
    wasHeard: false,
    get currentTime() {
      return this.at;
    },
    set currentTime(time: number) {
      // Browsers round to a microsecond.
      this.at = Math.floor(time * 1e6) / 1e6;
      queueMicrotask(() => show(says === 'sought' ? this.at : frameAt(this.at) / fps));
    },
    pause() {
      this.paused = true;
    },
    async play() {
      this.paused = false;
      this.wasHeard ||= !this.muted;
      // The first is the one that stands there.
      show(says === 'sought' ? this.at : frameAt(this.at) / fps);
      while (!this.paused) {
        await Promise.resolve();
        const next = frameAt(this.at) + 1;
        this.at = (next + 0.4) / fps;
        show(next / fps);
      }
    },
    ...(says !== 'nothing' && {
      requestVideoFrameCallback(callback: Report) {
        report = callback;
        return 1;
      },
    }),
  };
  const element = video as unknown as HTMLVideoElement;
  return { video, element, frame: () => frameAt(video.at) };
}

const fps = fc.constantFrom(16, 24, 25, 30, 60);
const steps = fc.array(fc.constantFrom(1 as const, -1 as const), { minLength: 1, maxLength: 30 });
/** In frames: also to where one begins, as with whole seconds. */
const jump = fc.record({
  whole: fc.integer({ min: 35, max: 200 }),
  part: fc.constantFrom(0, 0, 0.05, 0.5, 0.95),
});

test('a step is one frame, whatever the browser says of a frame that was sought', async () => {
  const says = fc.constantFrom('begins' as const, 'sought' as const);
  await fc.assert(
    fc.asyncProperty(fps, says, jump, jump, steps, async (rate, how, first, second, all) => {
      const { video, element, frame } = videoOf(rate, how);
      const frames = createFrameStep(element);
      for (const place of [first, second]) {
        video.currentTime = (place.whole + place.part) / rate + 1e-6;
        let wanted = frame();
        for (const direction of all) {
          await frames.step(direction);
          wanted += direction;
          expect(frame()).toBe(wanted);
        }
      }
      expect([video.paused, video.muted, video.wasHeard]).toEqual([true, false, false]);
    }),
  );
});

test('where frames are not reported, a step is the usual frame', async () => {
  const { video, element, frame } = videoOf(24, 'nothing');
  const frames = createFrameStep(element);
  video.currentTime = 3;
  for (const [direction, wanted] of [
    [1, 73],
    [1, 74],
    [-1, 73],
  ] as const) {
    await frames.step(direction);
    expect(frame()).toBe(wanted);
  }
});
