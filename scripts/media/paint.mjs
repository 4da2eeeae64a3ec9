// A picture of floating-point light, and the few brushes the scenes are painted with. Colours are [r, g, b] in
// linear light, 1 = white; `x` runs from 0 to width / height, `y` from 0 (top) to 1.

export function createCanvas(width, height) {
  const light = new Float32Array(width * height * 3);
  const put = (px, py, color, alpha) => {
    const at = (py * width + px) * 3;
    for (let i = 0; i < 3; i += 1) light[at + i] += (color[i] - light[at + i]) * alpha;
  };
  const add = (px, py, color, amount) => {
    const at = (py * width + px) * 3;
    for (let i = 0; i < 3; i += 1) light[at + i] += color[i] * amount;
  };
  const around = (x, y, radius, visit) => {
    const [cx, cy, r] = [x * height, y * height, radius * height];
    for (let py = Math.max(0, Math.floor(cy - r)); py <= Math.min(height - 1, cy + r); py += 1) {
      for (let px = Math.max(0, Math.floor(cx - r)); px <= Math.min(width - 1, cx + r); px += 1) {
        visit(px, py, (px + 0.5 - cx) / r, (py + 0.5 - cy) / r);
      }
    }
  };

  return {
    width,
    height,
    aspect: width / height,
    /** Every pixel from its place. */
    fill(shade) {
      for (let py = 0, at = 0; py < height; py += 1) {
        for (let px = 0; px < width; px += 1, at += 3) {
          const color = shade((px + 0.5) / height, (py + 0.5) / height);
          light[at] = color[0];
          light[at + 1] = color[1];
          light[at + 2] = color[2];
        }
      }
    },
    /** A light whose brightness falls off from its middle. */
    glow(x, y, radius, color, power = 2) {
      around(x, y, radius, (px, py, dx, dy) => {
        const d = Math.hypot(dx, dy);
        if (d < 1) add(px, py, color, (1 - d) ** power);
      });
    },
    /** A lamp out of focus: an even disc with a brighter rim. */
    bokeh(x, y, radius, color, softness = 0.08) {
      around(x, y, radius, (px, py, dx, dy) => {
        const d = Math.hypot(dx, dy);
        if (d < 1) add(px, py, color, smooth(1, 1 - softness, d) * (0.72 + 0.28 * d ** 6));
      });
    },
    /** An opaque shape: `cover(dx, dy)` gives 0..1 in a square of -1..1, `tint` its colour there. */
    shape(x, y, radius, cover, tint) {
      around(x, y, radius, (px, py, dx, dy) => {
        const alpha = cover(dx, dy);
        if (alpha > 0) put(px, py, tint(dx, dy), alpha);
      });
    },
    /** What lies above `line` again below it, upside down, moved sideways by `ripple(x, depth)`. */
    mirror(line, dim, ripple) {
      const top = Math.round(line * height);
      const above = light.slice(0, top * width * 3);
      for (let py = top; py < height; py += 1) {
        const depth = (py - top) / height;
        for (let px = 0; px < width; px += 1) {
          const shift = ripple(px / height, depth);
          const sx = clamp(Math.round(px + shift * height), 0, width - 1);
          const sy = clamp(Math.round(2 * top - py - 1 + shift * height * 0.6), 0, top - 1);
          const [from, to] = [(sy * width + sx) * 3, (py * width + px) * 3];
          for (let i = 0; i < 3; i += 1) light[to + i] = above[from + i] * dim[i];
        }
      }
    },
    /** The exposed picture as rgb24: a soft shoulder, a vignette, sRGB. */
    develop(exposure = 1, vignette = 0.35) {
      const bytes = new Uint8Array(light.length);
      for (let py = 0, at = 0; py < height; py += 1) {
        for (let px = 0; px < width; px += 1, at += 3) {
          const d = Math.hypot(px / width - 0.5, py / height - 0.5);
          const gain = exposure * (1 - vignette * d * d * 2);
          for (let i = 0; i < 3; i += 1) {
            const toned = 1 - Math.exp(-Math.max(0, light[at + i]) * gain * 1.35);
            bytes[at + i] = Math.round(255 * toned ** (1 / 2.2));
          }
        }
      }
      return bytes;
    },
  };
}

export const clamp = (value, low = 0, high = 1) => Math.min(high, Math.max(low, value));
export const mix = (a, b, t) => a + (b - a) * t;
export const blend = (a, b, t) => [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];
export const scale = (color, k) => [color[0] * k, color[1] * k, color[2] * k];
export const plus = (a, b, k = 1) => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];

/** 0 at `from`, 1 at `to`, with soft ends; `from` may be the larger one. */
export function smooth(from, to, value) {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** `#rrggbb` as linear light. */
export function hex(text) {
  return [1, 3, 5].map((at) => (parseInt(text.slice(at, at + 2), 16) / 255) ** 2.2);
}

/** The colour at `t` of a ramp of `[place, colour]`, places rising. */
export function ramp(stops, t) {
  for (let i = 1; i < stops.length; i += 1) {
    const [to, end] = stops[i];
    const [from, start] = stops[i - 1];
    if (t <= to) return blend(start, end, clamp((t - from) / (to - from)));
  }
  return stops[stops.length - 1][1];
}

/** 0..1, the same for the same number. */
export function chance(n) {
  const value = Math.sin(n * 127.1 + 11.7) * 43758.5453;
  return value - Math.floor(value);
}

const TABLE = Float32Array.from({ length: 65536 }, (_, i) => chance(i));
const at = (x, y) => TABLE[(Math.imul(x, 374761) + Math.imul(y, 668265)) & 65535];

/** Smooth noise of 0..1 with one bump per unit. */
export function noise(x, y = 0) {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const u = fx * fx * (3 - 2 * fx);
  const v = fy * fy * (3 - 2 * fy);
  return mix(mix(at(ix, iy), at(ix + 1, iy), u), mix(at(ix, iy + 1), at(ix + 1, iy + 1), u), v);
}

/** Noise of several sizes on top of each other, about 0..1. */
export function cloud(x, y = 0, octaves = 4) {
  let [sum, weight, size] = [0, 0.5, 1];
  for (let i = 0; i < octaves; i += 1) {
    sum += weight * noise(x * size + i * 17.3, y * size + i * 9.1);
    weight *= 0.5;
    size *= 2;
  }
  return sum / (1 - 0.5 ** octaves);
}
