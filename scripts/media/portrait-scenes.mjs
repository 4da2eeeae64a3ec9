// Portrait scenes: each paints the frame at `t` seconds.
import {
  blend,
  chance,
  clamp,
  cloud,
  hex,
  mix,
  noise,
  plus,
  ramp,
  scale,
  smooth,
} from './paint.mjs';

export function petals(canvas, t) {
  const { aspect } = canvas;
  canvas.fill((x, y) => {
    const sun = Math.exp(-Math.hypot(x - 0.42, y - 0.22) * 2.6);
    const leaf = smooth(0.4, 0.75, cloud(x * 3 + t * 0.03, y * 3, 3));
    const base = blend(ramp(SPRING, y), hex('#f7c6d4'), leaf * 0.35);
    return plus(base, [1, 0.82, 0.7], sun * 0.5);
  });
  for (let i = 0; i < 22; i += 1) {
    const sway = 0.012 * Math.sin(t * 0.8 + i);
    const tint = blend(hex('#ffd7e2'), hex('#fff4d8'), chance(i + 5));
    canvas.bokeh(
      chance(i) * aspect + sway,
      chance(i + 50) * 0.95,
      0.03 + 0.06 * chance(i + 90),
      scale(tint, 0.13),
      0.25,
    );
  }
  branch(canvas, t);
  for (let i = 0; i < 46; i += 1) {
    const near = (i / 46) ** 1.5;
    const fall = mix(0.09, 0.23, near);
    const y = ((chance(i + 7) * 1.3 + t * fall) % 1.3) - 0.12;
    const x = chance(i + 3) * (aspect + 0.3) - 0.2 + 0.05 * Math.sin(t * 1.3 + i * 2) + y * 0.12;
    petal(canvas, x, y, mix(0.009, 0.032, near), t * (1 + chance(i)) + i, near);
  }
}

export function lanterns(canvas, t) {
  const { aspect } = canvas;
  const shore = 0.78;
  canvas.fill((x, y) => {
    if (y > shore) return [0, 0, 0];
    const base = ramp(DUSK, y / shore);
    const veil = smooth(0.45, 0.8, cloud(x * 2.4 + t * 0.02, y * 5, 4)) * 0.25;
    let color = blend(base, hex('#7d4a72'), veil);
    for (let i = 0; i < 2; i += 1) {
      const crest = 0.71 + 0.035 * i - 0.09 * cloud(x * (3 + i) + i * 9, 2, 5);
      if (y > crest)
        color = blend(
          hex(i ? '#0a0b1c' : '#1d1838'),
          hex('#5a3550'),
          i ? 0 : smooth(crest + 0.06, crest, y) * 0.3,
        );
    }
    return color;
  });
  for (let i = 0; i < 60; i += 1) {
    canvas.glow(
      chance(i) * aspect,
      chance(i + 80) * 0.45,
      0.003,
      scale([0.9, 0.9, 1.1], 0.3 + 0.5 * chance(i + 9)),
      1,
    );
  }
  for (let i = 0; i < 34; i += 1) {
    const near = (i / 34) ** 1.7;
    const climb = mix(0.012, 0.05, near);
    const y = 0.74 - ((chance(i + 21) * 0.95 + t * climb) % 0.95);
    const x = chance(i + 1) * (aspect + 0.1) - 0.05 + 0.012 * Math.sin(t * 0.9 + i * 1.7);
    lantern(canvas, x, y, mix(0.007, 0.052, near), t, i);
  }
  canvas.mirror(
    shore,
    [0.6, 0.5, 0.5],
    (x, depth) =>
      0.03 * (noise(x * 7 + t * 0.3, 0.9 / (depth + 0.05) - t * 1.1) - 0.5) * (0.5 + depth * 5),
  );
}

export function jellyfish(canvas, t) {
  const { aspect } = canvas;
  canvas.fill((x, y) => {
    const ray = noise(x * 5 - y * 1.4 + t * 0.12, t * 0.2) * noise(x * 11 - y * 3 - t * 0.1, 4);
    const base = ramp(DEEP, y);
    return plus(base, hex('#3fa5c8'), ray * smooth(0.85, 0, y) * 0.75);
  });
  for (let i = 0; i < 70; i += 1) {
    const near = chance(i + 4) ** 3;
    const y = 1 - ((chance(i) + t * (0.01 + 0.03 * near)) % 1);
    const x = chance(i + 60) * aspect + 0.02 * Math.sin(t * 0.7 + i);
    canvas.glow(x, y, 0.004 + 0.014 * near, scale([0.45, 0.85, 1], 0.35 - 0.2 * near), 1.6);
  }
  const swimmers = [
    [0.12, 0.2, 0.045, 0.6, '#4f7bd8'],
    [0.45, 0.72, 0.06, 2.4, '#5b6fe0'],
    [0.29, 0.36, 0.13, 0, '#ff8fc8'],
  ];
  for (const [x, y, size, phase, tint] of swimmers) {
    const beat = Math.sin(t * 2.2 + phase);
    jelly(
      canvas,
      x + 0.012 * Math.sin(t * 0.6 + phase),
      y - t * size * 0.16 - beat * size * 0.07,
      size,
      beat,
      t + phase,
      hex(tint),
    );
  }
}

function petal(canvas, x, y, size, angle, near) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const flat = 0.25 + 0.55 * Math.abs(Math.sin(angle * 0.7));
  const blur = near > 0.75 ? 0.55 : 0.22;
  const cover = (dx, dy) => {
    const [u, v] = [dx * c + dy * s, (dy * c - dx * s) / flat];
    const notch = Math.max(0, u - 0.45) * Math.max(0, 0.35 - Math.abs(v)) * 4;
    return smooth(0.95, 0.95 - blur, Math.hypot(u, v * (1.1 + 0.3 * u)) + notch) * 0.94;
  };
  canvas.shape(x, y, size, cover, (dx) =>
    blend(hex('#f48fb0'), hex('#ffe9ee'), clamp(0.55 + dx * 0.5)),
  );
}

function branch(canvas, t) {
  const sway = 0.006 * Math.sin(t * 0.9);
  const spine = (k) => [mix(0.62, 0.06, k), 0.02 + 0.2 * k + 0.06 * Math.sin(k * 5) + sway * k * 2];
  for (let k = 0; k < 1; k += 0.004) {
    const [x, y] = spine(k);
    canvas.shape(
      x,
      y,
      mix(0.017, 0.003, k),
      (dx, dy) => smooth(1, 0.7, Math.hypot(dx, dy)),
      (dx, dy) => blend(hex('#3a2228'), hex('#8a5a52'), clamp(-dy)),
    );
  }
  for (let i = 0; i < 46; i += 1) {
    const [bx, by] = spine(chance(i + 31));
    const [x, y] = [bx + (chance(i + 61) - 0.5) * 0.13, by + (chance(i + 91) - 0.5) * 0.12 + sway];
    const size = 0.018 + 0.014 * chance(i + 12);
    const turn = chance(i) * 6;
    const cover = (dx, dy) => {
      const [r, a] = [Math.hypot(dx, dy), Math.atan2(dy, dx) + turn];
      return smooth(0.98, 0.85, r / (0.72 + 0.26 * Math.abs(Math.cos(a * 2.5))));
    };
    const light = 0.75 + 0.25 * chance(i + 5);
    canvas.shape(x, y, size, cover, (dx, dy) => {
      const r = Math.hypot(dx, dy);
      const white = scale(blend(hex('#ffd0dd'), hex('#fff5f6'), smooth(0.2, 0.9, r)), light);
      return blend(hex('#c9466f'), white, smooth(0.08, 0.32, r));
    });
  }
}

function lantern(canvas, x, y, size, t, i) {
  const flame = 0.85 + 0.15 * Math.sin(t * 5 + i * 3) * Math.sin(t * 2.3 + i);
  canvas.glow(x, y, size * 4.2, scale([1, 0.42, 0.12], 0.2 * flame), 2.4);
  const cover = (dx, dy) => {
    const half = 0.62 + 0.16 * Math.sqrt(clamp(0.8 - dy)) - 0.1 * clamp(dy);
    return smooth(half, half - 0.14, Math.abs(dx)) * smooth(1, 0.84, Math.abs(dy));
  };
  canvas.shape(x, y, size, cover, (dx, dy) => {
    const heat = Math.exp(-(((dy - 0.55) / 0.7) ** 2) - dx * dx * 1.2) * flame;
    return plus(scale([1, 0.33, 0.08], 0.55), [1.2, 0.75, 0.3], heat * 1.35);
  });
}

function jelly(canvas, x, y, size, beat, t, tint) {
  const wide = 1 - 0.1 * beat;
  for (let arm = 0; arm < 11; arm += 1) {
    const side = (arm - 5) / 5;
    const long = size * mix(2.2, 3.4, chance(arm + 3));
    for (let k = 0; k < 1; k += 0.006) {
      const wave =
        Math.sin(k * 7 - t * 2.2 + arm * 1.3) * 0.24 * k + Math.sin(k * 3 - t + arm) * 0.14 * k;
      const ax = x + size * (side * 0.62 * wide * (1 - 0.25 * k) + wave);
      canvas.glow(
        ax,
        y + size * 0.15 + long * k,
        size * mix(0.06, 0.02, k),
        scale(blend(tint, [0.7, 0.9, 1], 0.35), 0.2 * (1 - k)),
        1.2,
      );
    }
  }
  canvas.glow(x, y, size * 2.6, scale(tint, 0.2), 2.4);
  canvas.shape(
    x,
    y,
    size * 1.15,
    (dx, dy) => {
      const edge = 0.16 + 0.05 * Math.cos(dx * 16);
      const r = Math.hypot(dx / (0.9 * wide), dy < 0 ? dy / 0.85 : dy / edge / 1.2);
      return smooth(1, 0.93, r) * (0.35 + 0.5 * smooth(0.3, 1, r));
    },
    (dx, dy) => {
      const r = Math.hypot(dx / (0.9 * wide), dy / 0.85);
      const stripe = 0.5 + 0.5 * Math.cos(Math.atan2(dx, dy + 1.1) * 34);
      const inner = Math.exp(-(((Math.abs(dx) - 0.28) / 0.13) ** 2) - ((dy + 0.22) / 0.17) ** 2);
      const body = plus(
        scale(tint, 0.55 + 0.55 * smooth(0.4, 1, r) + 0.14 * stripe),
        [1, 0.9, 1],
        0.25 * smooth(0.8, 1, r),
      );
      return plus(body, [1, 0.75, 0.85], inner * 0.5);
    },
  );
}

const SPRING = [
  [0, hex('#cfe3f2')],
  [0.4, hex('#f5d3d8')],
  [0.75, hex('#d98ea4')],
  [1, hex('#8c4f74')],
];
const DUSK = [
  [0, hex('#0a0d2a')],
  [0.55, hex('#2b2157')],
  [0.85, hex('#8b4468')],
  [1, hex('#e08a5a')],
];
const DEEP = [
  [0, hex('#1c8aa8')],
  [0.35, hex('#0b4a7a')],
  [1, hex('#040d2e')],
];
