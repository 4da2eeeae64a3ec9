// Images that no video is made from.
import { blend, cloud, hex, plus, ramp, smooth } from './paint.mjs';

/** Somebody at a window in the evening, against the light: nobody in particular. */
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
    // Soft unions of ovals: hair and face, neck, shoulders. 1 is the outline.
    const face = oval(x - 0.41, y - 0.36, 0.088, 0.122, 2);
    const hair = oval(x - 0.396, y - 0.345, 0.12, 0.145, 2.3);
    const locks = oval(x - 0.385, y - 0.44, 0.112, 0.13, 2.6);
    const neck = oval(x - 0.4, y - 0.55, 0.058 + 0.9 * Math.max(0, y - 0.53) ** 2, 0.16, 4);
    const shoulders = oval(x - 0.4, y - 1.0, 0.34, 0.375, 2.7);
    const body = union(union(hair, locks, 0.04), union(neck, shoulders, 0.16), 0.03);
    const outline = Math.min(body, face);
    const inside = smooth(1.015, 0.985, outline);
    const towardsSun = smooth(0.36, 0.62, x + 0.1 * (0.5 - y));
    const rim = smooth(0.9, 1, outline) * towardsSun;
    const cloth = blend(hex('#1a1018'), hex('#4a2a30'), towardsSun * smooth(0.5, 0.75, y));
    return blend(room, plus(cloth, [1, 0.52, 0.26], rim * 0.8), inside);
  });
}

const EVENING = [
  [0, hex('#6d7fb8')],
  [0.4, hex('#f0a37a')],
  [0.7, hex('#ffd29c')],
  [1, hex('#d98a6a')],
];

const oval = (dx, dy, width, height, power) =>
  (Math.abs(dx / width) ** power + Math.abs(dy / height) ** power) ** (1 / power);

/** The smaller of two outlines, rounded where they meet. */
function union(a, b, round) {
  const h = Math.max(round - Math.abs(a - b), 0) / round;
  return Math.min(a, b) - h * h * round * 0.25;
}
