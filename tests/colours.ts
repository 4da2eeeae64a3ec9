import { contrast } from '~/app/accent';

/** What a style sheet calls each colour, as it stands there. */
export type Tokens = Readonly<Record<string, string>>;

interface BothThemes {
  light: Tokens;
  dark: Tokens;
}

/** The tokens of both themes. */
export function lightAndDark(sheet: string): BothThemes {
  const light = tokensOf(sheet, ':root {');
  return { light, dark: { ...light, ...tokensOf(sheet, "[data-theme='dark'] {") } };
}

/** The same for those who ask for more contrast. */
export function withContrast(sheet: string): BothThemes {
  const { light, dark } = lightAndDark(sheet);
  const more = tokensOf(sheet, '[data-contrast] {');
  const moreDark = tokensOf(sheet, "[data-contrast]:where([data-theme='dark']) {");
  return { light: { ...light, ...more }, dark: { ...dark, ...more, ...moreDark } };
}

/** How much two tokens differ, as WCAG 2.2 reckons it: 1 to 21. */
export function contrastOf(tokens: Tokens, one: string, other: string): number {
  return contrast(drawn(tokens, `var(--${one})`), drawn(tokens, `var(--${other})`));
}

type Three = readonly [number, number, number];

/** The colours of one rule, without what is none: shadows and the like. */
function tokensOf(sheet: string, selector: string): Tokens {
  const start = sheet.indexOf(`\n${selector}`);
  if (start < 0) throw new Error(`No rule begins with ${selector}`);
  const rule = sheet.slice(start, sheet.indexOf('\n}', start));
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): ((?:#|oklch|color-mix)[^;]*);/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );
}

/** Red, green and blue, 0 to 255. */
function drawn(tokens: Tokens, value: string): Three {
  const [, name] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  if (name !== undefined) return drawn(tokens, tokens[name] ?? '');
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/.exec(value)?.[1];
  if (hex !== undefined) {
    const long = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex;
    return three((index) => Number.parseInt(long.slice(index * 2, index * 2 + 2), 16));
  }
  const [lightness, a, b] = oklab(tokens, value);
  const [l, m, s] = [
    (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return three((index) => 255 * encoded(Math.min(1, Math.max(0, linear[index] ?? 0))));
}

/** CSS Color 4: https://www.w3.org/TR/css-color-4/#ok-lab. */
function oklab(tokens: Tokens, value: string): Three {
  const [, name] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  if (name !== undefined) return oklab(tokens, tokens[name] ?? '');
  const mixed = /^color-mix\(in oklch, (var\(.+?\)) ([\d.]+)%, (var\(.+?\))\)$/.exec(value);
  if (mixed) {
    const [one, other] = [oklab(tokens, mixed[1] ?? ''), oklab(tokens, mixed[3] ?? '')];
    const share = Number(mixed[2]) / 100;
    return three((index) => one[index] * share + other[index] * (1 - share));
  }
  const [, l, c, h] = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(value) ?? [];
  if (l === undefined) return fromGrey(value);
  const turn = (Number(h) * Math.PI) / 180;
  return [Number(l) / 100, Number(c) * Math.cos(turn), Number(c) * Math.sin(turn)];
}

/** Of what is written as #…, only greys are mixed here. */
function fromGrey(value: string): Three {
  const [grey, ...rest] = drawn({}, value);
  if (rest.some((part) => part !== grey)) throw new Error(`Cannot mix ${value}`);
  const share = grey / 255;
  return [Math.cbrt(share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4), 0, 0];
}

function encoded(linear: number): number {
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
}

function three(of: (index: 0 | 1 | 2) => number): Three {
  return [of(0), of(1), of(2)];
}
