// Landscape scenes in daylight: each paints the frame at `t` seconds.
import { blend, cloud, hex, mix, noise, plus, ramp, scale, smooth } from './paint.mjs';

export function dunes(canvas, t) {
  const sun = { x: 1.28, y: 0.335 + 0.012 * t };
  const haze = hex('#f0a06a');
  const sky = (x, y) => {
    const d = Math.hypot(x - sun.x, (y - sun.y) * 1.05);
    const base = ramp(DUNE_SKY, y / 0.5);
    const veil =
      smooth(0.45, 0.8, cloud(x * 1.6 - t * 0.03, y * 9, 4)) * smooth(0.5, 0.1, y) * 0.35;
    const lit = blend(base, hex('#ffb98a'), veil);
    const disc = smooth(0.062, 0.056, d) * 2.2;
    return plus(lit, [1.0, 0.62, 0.3], disc + 0.75 * Math.exp(-d * 7) + 0.25 * Math.exp(-d * 2));
  };
  canvas.fill((x, y) => {
    let color = sky(x, y);
    for (let i = 0; i < 5; i += 1) {
      const near = i / 4;
      const shift = x + t * (0.008 + 0.05 * near * near) + i * 3.7;
      const size = mix(2.2, 0.75, near);
      const crest = mix(0.47, 0.93, near ** 1.25) - mix(0.05, 0.2, near) * ridge(shift * size);
      if (y < crest - 0.004) continue;
      const depth = y - crest;
      // The sun is on the right: slopes falling to the left of a winding ridge are in the shade.
      const edge = noise(shift * size * 1.15 - depth * mix(7, 2.4, near) + 5, depth * 3 + i) - 0.47;
      const shade = smooth(-0.05, 0.06, edge);
      const wind = Math.sin(
        (depth * mix(420, 130, near) + cloud(shift * 5, depth * 14, 3) * 16) * 1.0,
      );
      const lit = scale(blend(hex('#b4552e'), hex('#f2a45c'), shade), 1 + 0.05 * wind * near);
      const dark = scale(hex('#4b2340'), 0.9 + 0.04 * wind * near);
      const sand = blend(dark, lit, 0.12 + 0.88 * shade);
      const rim = Math.exp(-depth * 90) * (0.25 + 0.5 * near) * shade;
      const spray =
        Math.exp(-depth * 30) * smooth(0.5, 0.8, cloud(shift * 6 - t * 1.6, y * 22 + i, 3)) * 0.22;
      const body = plus(sand, [1, 0.66, 0.36], rim + spray);
      const soft = smooth(-0.004, 0.003, depth);
      color = blend(color, blend(body, haze, (1 - near) ** 1.6 * 0.72), soft);
    }
    return color;
  });
}

export function sea(canvas, t) {
  const horizon = 0.47;
  const sun = { x: 1.02, y: 0.365 };
  const sky = (x, y) => {
    const d = Math.hypot(x - sun.x, y - sun.y);
    const base = ramp(SEA_SKY, y / horizon);
    const height = Math.max(0.02, horizon - y);
    const puff = cloud((x - 0.9) / (height + 0.25) + t * 0.02, 1.7 / (height + 0.12), 5);
    const veil = smooth(0.5, 0.78, puff) * smooth(0.0, 0.14, height) * 0.8;
    const edge = blend(hex('#7c5577'), hex('#ffc39a'), Math.exp(-d * 2.2));
    return plus(
      blend(base, edge, veil),
      [1, 0.72, 0.42],
      1.9 * smooth(0.044, 0.038, d) + 0.7 * Math.exp(-d * 8),
    );
  };
  canvas.fill((x, y) => {
    if (y < horizon) return sky(x, y);
    const depth = y - horizon;
    const far = 1 / (depth + 0.035);
    const [wx, wz] = [(x - 0.9) * far * 1.1, far * 1.3];
    const swell = cloud(wx * 0.9 + t * 0.25, wz * 1.5 + t * 0.55, 4) - 0.5;
    const chop = cloud(wx * 3.1 - t * 0.4, wz * 3.4 + t * 0.9, 3) - 0.5;
    const slope = swell * 0.8 + chop * 0.55;
    const mirrored = sky(
      x + slope * 0.1,
      Math.max(0.02, horizon - depth * 0.75 - Math.abs(slope) * 0.25),
    );
    const water = blend(hex('#0d3247'), hex('#2d7f86'), smooth(-0.12, 0.3, slope) * 0.6);
    const fresnel = mix(0.62, 0.2, smooth(0, 0.5, depth));
    const path = Math.exp(-(((x - sun.x) / (0.05 + depth * 0.42)) ** 2));
    const glitter = path * smooth(0.08, 0.26, slope + 0.1 * path) * 2.6;
    const body = plus(blend(water, mirrored, fresnel), [1, 0.68, 0.4], glitter);
    return blend(body, hex('#f5b99a'), Math.exp(-depth * 60) * 0.5);
  });
}

export function ridges(canvas, t) {
  const mist = hex('#b9c9df');
  canvas.fill((x, y) => {
    let color = plus(
      ramp(RIDGE_SKY, y / 0.75),
      [0.5, 0.3, 0.22],
      0.35 * Math.exp(-Math.hypot(x - 0.35, y - 0.5) * 3),
    );
    const drift = smooth(0.45, 0.85, cloud(x * 1.1 - t * 0.06, y * 4 + 3, 5)) * 0.45;
    color = blend(color, hex('#ffd9c2'), drift * smooth(0.75, 0.2, y));
    for (let i = 0; i < 4; i += 1) {
      const near = i / 3;
      const place = x + t * (0.006 + 0.024 * near) + i * 5.31;
      const crest = mix(0.5, 0.92, near) - mix(0.32, 0.2, near) * crag(place * mix(1.1, 0.9, near));
      const depth = y - crest;
      if (depth < -0.003) continue;
      const facet =
        cloud(place * 7 + depth * 4, depth * 11 + i * 3, 5) -
        cloud(place * 7 + 0.35 + depth * 4, depth * 11 + 0.1 + i * 3, 5);
      const snow = smooth(
        0.42,
        0.1,
        depth * mix(1.5, 2.4, near) + cloud(place * 9, y * 12, 3) * 0.3 - 0.1,
      );
      const lit = smooth(-0.06, 0.12, facet);
      const rock = blend(hex('#1d2740'), hex('#4a5674'), lit);
      const white = blend(hex('#5f78ab'), blend(hex('#ffc7a3'), hex('#f4f6ff'), near * 0.7), lit);
      const body = blend(rock, white, snow);
      const bank =
        smooth(0.02, 0.3, depth) *
        (0.35 + 0.55 * cloud(x * 2.2 + t * 0.12 + i, y * 6 - t * 0.02, 4));
      const soft = smooth(-0.003, 0.003, depth);
      color = blend(
        color,
        blend(body, mist, Math.min(0.92, bank * (1.15 - near * 0.55) + (1 - near) * 0.22)),
        soft,
      );
    }
    return color;
  });
  for (let i = 0; i < 110; i += 1) {
    const near = noise(i * 7.7) ** 2;
    const speed = 0.25 + near * 0.7;
    const x = ((noise(i * 3.3) * 3 + t * speed) % 2) - 0.08;
    const y = (noise(i * 5.1) * 1.4 + t * speed * 0.28 + 0.03 * Math.sin(t * 2 + i)) % 1.05;
    canvas.glow(x, y, 0.006 + near * 0.02, scale([1, 1, 1.1], 0.25 + 0.45 * (1 - near)), 1.6);
  }
}

const DUNE_SKY = [
  [0, hex('#3a2a63')],
  [0.45, hex('#a2506f')],
  [0.8, hex('#f08a55')],
  [1, hex('#ffc27d')],
];
const SEA_SKY = [
  [0, hex('#2f3f78')],
  [0.5, hex('#b06a8c')],
  [0.85, hex('#ff9f6e')],
  [1, hex('#ffd29a')],
];
const RIDGE_SKY = [
  [0, hex('#3c64a8')],
  [0.5, hex('#9fb6dd')],
  [1, hex('#ffd3bd')],
];

/** Long soft waves with sharp crests, 0..1. */
function ridge(x) {
  const wave = 1 - Math.abs(2 * noise(x) - 1);
  return 0.75 * wave ** 1.3 + 0.25 * noise(x * 2.3 + 4);
}

/** A jagged skyline, 0..1. */
function crag(x) {
  let [sum, weight, size] = [0, 0.55, 1.3];
  for (let i = 0; i < 6; i += 1) {
    sum += weight * (1 - Math.abs(2 * noise(x * size + i * 7.7, i) - 1));
    weight *= 0.46;
    size *= 2.1;
  }
  return sum;
}
