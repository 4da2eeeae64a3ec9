import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { COOL_DOWN_MS, correct, offsetOf, smooth } from './law';

describe('the law that keeps two videos in step', () => {
  it('leaves alone what is in step', () => {
    expect(correct(0.005, 1 / 24, 1)).toEqual({ kind: 'rate', rate: 1 });
  });

  it('slows down what is ahead, speeds up what is behind, and seeks what is far off', () => {
    expect(correct(0.1, 1 / 24, 1)).toMatchObject({ rate: expect.closeTo(0.7, 2) });
    expect(correct(-0.1, 1 / 24, 2)).toMatchObject({ rate: expect.closeTo(2.6, 2) });
    expect(correct(2, 1 / 24, 1)).toEqual({ kind: 'seek' });
  });

  it('measures at the moment a frame is shown', () => {
    const leader = { mediaTime: 4, at: 1000 };
    expect(offsetOf({ mediaTime: 4.1, at: 1100 }, leader, 1)).toBeCloseTo(0);
    expect(offsetOf({ mediaTime: 4.1, at: 1100 }, leader, 0.5)).toBeCloseTo(0.05);
  });

  it('brings any pair together within a second and a half and keeps it there', () => {
    const fps = fc.constantFrom(24, 25, 30, 60);
    fc.assert(
      fc.property(
        fps,
        fps,
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        fc.constantFrom(0.5, 1, 1.5),
        (leaderFps, followerFps, late, speed) => {
          const out = simulate({ leaderFps, followerFps, late, speed, seconds: 12 });
          expect(out.filter(({ at }) => at > 1.5).every(({ frames }) => frames <= 1)).toBe(true);
        },
      ),
      fc.runs(300),
    );
  });
});

/** Two videos that show whole frames only, judged every 100 ms as the page does; the truth is what is compared. */
function simulate(options: {
  leaderFps: number;
  followerFps: number;
  late: number;
  speed: number;
  seconds: number;
}): { at: number; frames: number }[] {
  const { leaderFps, followerFps, speed } = options;
  const frame = 1 / Math.min(leaderFps, followerFps);
  const shown = (time: number, fps: number): number => Math.floor(time * fps) / fps;
  const out: { at: number; frames: number }[] = [];
  let leader = 5;
  let follower = 5 + options.late;
  let rate = speed;
  let mean: number | null = null;
  let coolUntil = 0;
  const dt = 1 / 120;
  for (let step = 0; step < options.seconds / dt; step += 1) {
    const at = step * dt;
    leader += dt * speed;
    follower += dt * rate;
    if (at * 1000 >= coolUntil) {
      const seen = { mediaTime: shown(follower, followerFps), at: at * 1000 };
      mean = smooth(
        mean,
        offsetOf(seen, { mediaTime: shown(leader, leaderFps), at: at * 1000 }, speed),
      );
      if (step % 12 === 0) {
        const what = correct(mean, frame, speed);
        if (what.kind === 'rate') rate = what.rate;
        else {
          // A seek lands a little off.
          follower = leader + 0.05;
          mean = null;
          coolUntil = at * 1000 + COOL_DOWN_MS;
        }
      }
    }
    out.push({ at, frames: Math.abs(follower - leader) / frame });
  }
  return out;
}
