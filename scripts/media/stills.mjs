// Pictures that no film is made from.
import { blend, clamp, cloud, hex, plus, ramp, smooth } from './paint.mjs';

/** Somebody at a window in the evening, seen against the light: nobody in particular. */
export function portrait(canvas) {
  canvas.fill((x, y) => {
    const pane = smooth(0.012, 0.02, Math.abs(x - 0.56)) * smooth(0.01, 0.018, Math.abs(y - 0.36));
    const light = plus(
      ramp(EVENING, y),
      [1, 0.6, 0.35],
      0.6 * Math.exp(-Math.hypot(x - 0.62, y - 0.42) * 4),
    );
    const wall = blend(hex('#2a1c2b'), hex('#4a2d35'), cloud(x * 3, y * 3, 3));
    const frame = smooth(0.16, 0.168, x) * smooth(0.8, 0.79, y);
    const room = blend(wall, light, frame * (0.12 + 0.88 * pane));
    const head = Math.hypot((x - 0.36) / 0.125, (y - 0.4) / 0.165);
    const hair = Math.hypot((x - 0.345) / 0.15, (y - 0.375) / 0.175);
    const neck = Math.max(Math.abs(x - 0.355) / 0.062, Math.abs(y - 0.57) / 0.12);
    const shoulders = Math.hypot((x - 0.35) / 0.33, (y - 0.98) / 0.36);
    const body = Math.min(head, hair, neck, shoulders);
    const inside = smooth(1.012, 0.99, body);
    const rim = smooth(0.8, 1, body) * clamp((x - 0.3) * 4.5) * 0.9;
    const skin = blend(hex('#2c1a22'), hex('#6b3a34'), clamp((x - 0.3) * 3) * smooth(1, 0.7, head));
    return blend(room, plus(skin, [1, 0.5, 0.25], rim * 0.75), inside);
  });
}

const EVENING = [
  [0, hex('#6d7fb8')],
  [0.4, hex('#f0a37a')],
  [0.7, hex('#ffd29c')],
  [1, hex('#d98a6a')],
];
