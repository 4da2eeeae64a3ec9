/** Colours as three numbers from 0 to 255: red, green, blue. */
type Rgb = readonly [number, number, number];

/** Roughly the page's own surfaces: what accent-coloured text is on, and what is on the accent. */
const LIGHT = {
  surface: [255, 255, 255],
  on: [255, 255, 255],
  soft: 0.1,
  away: [0, 0, 0],
} as const;
const DARK = {
  surface: [36, 33, 30],
  on: [18, 16, 14],
  soft: 0.28,
  away: [255, 255, 255],
} as const;

/** WCAG 2.2, 1.4.3 requires 4.5 : 1. A little more, because the surfaces vary slightly. */
export const READABLE = 4.8;

interface Accent {
  accent: Rgb;
  /** Text on the accent. */
  ink: Rgb;
  /** A muted background for text in the accent. */
  soft: Rgb;
}

/**
 * The accent for one theme: the given colour, darkened (lightened in the dark theme) until it is readable.
 * @param colour `#rrggbb`
 * @param least the contrast it has at least, with the page and with the words on it
 */
export function accentFor(colour: string, theme: 'light' | 'dark', least = READABLE): Accent {
  const { surface, on, soft: usual, away } = theme === 'light' ? LIGHT : DARK;
  // Half as much of it: on more, no colour at all would have so much contrast.
  const share = least > READABLE ? usual / 2 : usual;
  const given = parse(colour);
  for (let step = 0; step <= 50; step += 1) {
    const accent = mix(away, given, step / 50);
    const soft = mix(accent, surface, share);
    const readable = [surface, on, soft].every((other) => contrast(accent, other) >= least);
    if (readable) return { accent, ink: on, soft };
  }
  return { accent: away, ink: on, soft: mix(away, surface, share) };
}

/** For those who ask for more contrast: WCAG 2.2, 1.4.6. */
const MORE = 7.4;

/** Gives the page the host's colour, in both themes, and readable for those who ask for more contrast. */
export function paintAccent(colour: string): void {
  const sheet = new CSSStyleSheet();
  const [light, dark] = [accentFor(colour, 'light'), accentFor(colour, 'dark')];
  const [more, moreDark] = [accentFor(colour, 'light', MORE), accentFor(colour, 'dark', MORE)];
  sheet.replaceSync(
    `:root{${tokens(light)}}[data-theme=dark]{${tokens(dark)}}` +
      `[data-contrast]{${tokens(more)}}[data-contrast]:where([data-theme=dark]){${tokens(moreDark)}}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Contrast ratio according to WCAG 2.2, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function tokens({ accent, ink, soft }: Accent): string {
  return `--accent:rgb(${accent.join()});--accent-ink:rgb(${ink.join()});--accent-soft:rgb(${soft.join()})`;
}

function parse(colour: string): Rgb {
  const part = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16);
  return [part(1), part(3), part(5)];
}

/** Mixes `share` of the first colour into the second. */
function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number =>
    Math.round(one[index] * share + other[index] * (1 - share));
  return [part(0), part(1), part(2)];
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
