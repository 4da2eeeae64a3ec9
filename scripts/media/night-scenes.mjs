// Landscape scenes at night: each paints the frame at `t` seconds.
import { blend, chance, cloud, hex, mix, noise, plus, ramp, scale, smooth } from './paint.mjs';

export function aurora(canvas, t) {
  const shore = 0.7;
  canvas.fill((x, y) => {
    if (y > shore) return [0, 0, 0];
    let color = ramp(NIGHT_SKY, y / shore);
    for (let i = 0; i < 3; i += 1) {
      const foot =
        0.5 - 0.12 * i + 0.16 * (cloud(x * 1.3 + i * 4.2 + t * 0.07, t * 0.05 + i, 3) - 0.5) * 2;
      const above = foot - y;
      const rays =
        0.35 +
        0.65 * noise(x * 17 + 3 * noise(x * 2 + t * 0.2) + t * (0.5 + i * 0.2), i * 9 + t * 0.25);
      const band = smooth(0.25, 0.75, cloud(x * 1.1 - t * 0.05 + i * 2.7, i + t * 0.06, 2));
      const body = smooth(-0.035, 0.02, above) * Math.exp(-Math.max(0, above) * (5 + i));
      const tint = ramp(CURTAIN, Math.max(0, above) * 3.2);
      color = plus(color, tint, body * rays * band * (1.15 - i * 0.22));
    }
    // A far chain and a near one: jagged, and lit from above by the curtains.
    for (let i = 0; i < 2; i += 1) {
      const place = x * (1.25 + 0.5 * i) + 3 + i * 8;
      const peak = mix(0.69, 0.72, i) - mix(0.2, 0.13, i) * crest(place);
      const depth = y - peak;
      if (depth < -0.003) continue;
      const flank = smooth(-0.04, 0.1, crest(place + 0.05) - crest(place - 0.02) + 0.02);
      const snow = flank * smooth(0.13, 0, depth + 0.05 * noise(x * 40, y * 30));
      const rock = blend(hex(i ? '#03070d' : '#0a1c26'), hex('#3f8a86'), snow * (i ? 0.3 : 0.6));
      color = blend(color, rock, smooth(-0.003, 0.003, depth));
    }
    return color;
  });
  for (let i = 0; i < 150; i += 1) {
    const [x, y] = [chance(i) * canvas.aspect, chance(i + 500) ** 1.3 * 0.5];
    const twinkle = 0.5 + 0.5 * Math.sin(t * (1 + chance(i + 900) * 3) + i);
    canvas.glow(
      x,
      y,
      0.004 + 0.003 * chance(i + 70),
      scale([0.9, 0.95, 1.1], 0.35 + twinkle * 0.7),
      1.2,
    );
  }
  canvas.mirror(
    shore,
    [0.5, 0.62, 0.68],
    (x, depth) =>
      0.02 *
      (noise(x * 9 + t * 0.8, (1 / (depth + 0.03)) * 1.5 - t * 1.2) - 0.5) *
      (0.4 + depth * 6),
  );
}

export function city(canvas, t) {
  const street = 0.66;
  canvas.fill((x, y) => {
    const base = ramp(CITY_AIR, y);
    const glow = Math.exp(-(((y - street) / 0.22) ** 2)) * (0.5 + 0.5 * noise(x * 1.5 + 3));
    return plus(base, hex('#a2506a'), glow * 0.28);
  });
  // Distant windows, then street lamps, then cars: nearer lights are larger and pass faster.
  for (let i = 0; i < 120; i += 1) {
    const near = (i / 120) ** 1.6;
    const lane = chance(i + 40);
    const speed = mix(0.025, 0.17, near);
    const span = canvas.aspect + 0.5;
    const x = ((((chance(i) * span - t * speed) % span) + span) % span) - 0.25;
    const y = street - 0.06 - lane ** 1.4 * mix(0.52, 0.42, near) + 0.1 * near;
    const flicker = 0.85 + 0.15 * Math.sin(t * (2 + chance(i + 7) * 4) + i);
    const tint = LAMPS[Math.floor(chance(i + 11) * LAMPS.length)];
    canvas.bokeh(x, y, mix(0.012, 0.075, near), scale(tint, mix(0.85, 0.26, near) * flicker), 0.14);
  }
  for (let i = 0; i < 12; i += 1) {
    const way = i % 2 ? 1 : -1;
    const span = canvas.aspect + 0.6;
    const x =
      ((((chance(i + 300) * span + way * t * (0.2 + 0.14 * chance(i))) % span) + span) % span) -
      0.3;
    const tint = way > 0 ? hex('#ff3b30') : hex('#fff0c8');
    const y = 0.625 + 0.02 * (i % 3);
    canvas.bokeh(x, y, 0.036, scale(tint, 0.7), 0.18);
    canvas.bokeh(x + 0.07, y, 0.036, scale(tint, 0.7), 0.18);
  }
  // A wet street: reflections tremble in bands.
  canvas.mirror(
    street,
    [0.36, 0.38, 0.46],
    (x, depth) => 0.016 * (noise(x * 5, depth * 38 - t * 0.9) - 0.5) * (0.4 + depth * 5),
  );
}

export function planet(canvas, t) {
  const turn = t * 0.035;
  const centre = { x: 0.98, y: 1.62, r: 1.14 };
  const sunAngle = -1.16 + t * 0.012;
  const sun = {
    x: centre.x + Math.cos(sunAngle) * (centre.r + 0.004 + t * 0.006),
    y: centre.y + Math.sin(sunAngle) * (centre.r + 0.004 + t * 0.006),
  };
  canvas.fill((x, y) => {
    const [dx, dy] = [(x - centre.x) / centre.r, (y - centre.y) / centre.r];
    const d = Math.hypot(dx, dy);
    const toSun = Math.exp(-Math.hypot(x - sun.x, y - sun.y) * 2.1);
    const air = d > 1 ? Math.exp(-(d - 1) * 34) : Math.exp(-(1 - d) * 26);
    let color = blend(hex('#02030a'), hex('#0a1230'), smooth(1, 0, y) * 0.6);
    const milky = smooth(0.4, 0.9, cloud(x * 2 + y * 2.4, y * 2 - x, 5)) * 0.05;
    color = plus(color, [0.5, 0.45, 0.8], milky);
    if (d < 1) {
      const z = Math.sqrt(Math.max(0, 1 - d * d));
      const lon = Math.atan2(dx, z) * 2.2 + turn;
      const lat = dy * 2.6;
      const land = smooth(0.5, 0.56, cloud(lon * 2.1 + 4, lat * 2.3, 6));
      const cover = smooth(0.48, 0.75, cloud(lon * 3.3 + 8 + turn * 0.4, lat * 4 + 2, 6));
      const day = smooth(-0.12, 0.85, toSun * 1.5 - 0.1 + (1 - z) * 0.1);
      const ground = blend(hex('#0a2a52'), hex('#2b4a3a'), land);
      const top = blend(ground, hex('#d7dde8'), cover * 0.85);
      const lamps =
        land *
        (1 - cover) *
        smooth(0.66, 0.86, noise(lon * 62, lat * 62)) *
        smooth(0.45, 0.6, cloud(lon * 6 + 2, lat * 6, 3));
      color = plus(scale(top, 0.04 + 0.75 * day), [1, 0.66, 0.3], lamps * 1.1 * (1 - day));
    }
    color = plus(color, hex('#5fb0ff'), air * (0.14 + 1.5 * toSun));
    return plus(color, [1, 0.85, 0.66], air * toSun ** 4 * 1.6);
  });
  for (let i = 0; i < 170; i += 1) {
    const [x, y] = [chance(i + 30) * canvas.aspect, chance(i + 230) * 0.6];
    if (Math.hypot(x - centre.x, y - centre.y) < centre.r + 0.02) continue;
    canvas.glow(
      x,
      y,
      0.003 + 0.004 * chance(i + 3) ** 3,
      scale([1, 0.97, 0.92], 0.3 + chance(i + 60)),
      1.1,
    );
  }
  const rise = smooth(-0.3, 3.5, t);
  canvas.glow(sun.x, sun.y, 0.5, scale([0.75, 0.85, 1], 0.35 + 0.3 * rise), 3);
  canvas.glow(sun.x, sun.y, 0.075 + 0.035 * rise, scale([1, 0.93, 0.8], 2.6), 1.5);
  for (let i = 1; i < 5; i += 1) {
    const k = i * 0.34;
    const [x, y] = [mix(sun.x, 0.9, k), mix(sun.y, 0.5, k)];
    canvas.bokeh(
      x,
      y,
      0.02 + 0.018 * (i % 3),
      scale(i % 2 ? [0.3, 0.7, 1] : [1, 0.6, 0.4], 0.035 * rise),
      0.3,
    );
  }
}

const NIGHT_SKY = [
  [0, hex('#050b1e')],
  [0.6, hex('#0b2036')],
  [1, hex('#1c4650')],
];
const CURTAIN = [
  [0, [0.25, 1.0, 0.55]],
  [0.45, [0.1, 0.72, 0.62]],
  [0.8, [0.42, 0.25, 0.8]],
  [1.6, [0.35, 0.08, 0.4]],
];
const CITY_AIR = [
  [0, hex('#0a0f26')],
  [0.5, hex('#1b1a3c')],
  [1, hex('#120f1f')],
];
const LAMPS = ['#ffb35c', '#ffd38f', '#ff7a4f', '#4fd0d6', '#6f8bff', '#ff5f87', '#ffe9cf'].map(
  hex,
);

/** A jagged skyline, 0..1. */
function crest(x) {
  let [sum, weight, size] = [0, 0.55, 1.4];
  for (let i = 0; i < 5; i += 1) {
    sum += weight * (1 - Math.abs(2 * noise(x * size + i * 7.7, i) - 1));
    weight *= 0.45;
    size *= 2.1;
  }
  return sum;
}
