import { minify } from 'terser';
import type { Plugin } from 'vite';

/** The page's own code in a first visit, and React, which is in the same file as its start. */
const PARTS: ReadonlySet<string> = new Set([
  'index',
  'start',
  'board',
  'form',
  'look-ups',
  'rules',
]);

/** Tailwind asks for it, and has something else for browsers older than those of package.json. */
const KNOWN = /@supports \(color:\s*color-mix\(in lab, red, red\)\)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/**
 * Puts what is used once in its place before the code is minified, which Vite's minifier does not do: Terser's safe
 * rules only, and names are left to the minifier (docs/decisions/0028).
 */
export function fewerBytes(): Plugin {
  return {
    name: 'rushes:fewer-bytes',
    apply: 'build',
    transform: {
      filter: { id: /\.css$/ },
      handler: (css) => ({ code: css.replaceAll(KNOWN, '$1'), map: null }),
    },
    async renderChunk(code, chunk) {
      if (!PARTS.has(chunk.name)) return null;
      const { code: shorter } = await minify(code, {
        module: true,
        ecma: 2020,
        mangle: false,
        compress: { passes: 2 },
      });
      if (shorter === undefined) this.error(`Terser gave nothing for ${chunk.name}`);
      return { code: shorter, map: null };
    },
  };
}
