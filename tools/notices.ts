import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Plugin } from 'vite';

const NAME = 'third-party-notices.txt';

/** Writes the licences of everything in the bundle to a file next to it, which is what their terms require. */
export function notices(): Plugin {
  return {
    name: 'rushes:notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? file.moduleIds : [],
      );
      // The service worker is bundled separately and contains no packages.
      const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== null));
      const texts = [...folders].map(noticeOf).toSorted();
      this.emitFile({ type: 'asset', fileName: NAME, source: texts.join(RULE) });
    },
  };
}

const RULE = `\n${'-'.repeat(80)}\n`;

/** The package a module belongs to; null for the page's own modules. */
function packageFolder(id: string): string | null {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace(/^\0/, ''))?.[0] ?? null;
}

function noticeOf(folder: string): string {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  const text =
    file && existsSync(path.join(folder, file))
      ? readFileSync(path.join(folder, file), 'utf8')
      : '';
  return `${about.name} ${about.version} (${about.license ?? 'see its repository'})\n\n${text.trim()}\n`;
}
