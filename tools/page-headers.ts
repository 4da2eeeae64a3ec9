import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Plugin } from 'vite';

import { CACHING, pageHeaders } from '../hosting/policy.mjs';

/** Serves the built page in `npm start` with the headers it is hosted with, so that everything is tried under them. */
export function hostedHeaders(): Plugin {
  return {
    name: 'rushes:page-headers',
    configurePreviewServer({ middlewares, config }) {
      const file = path.resolve(config.root, config.build.outDir, 'config.json');
      middlewares.use((request, response, next) => {
        const url = request.url ?? '';
        if (!/^\/(?:demo|relay)\//.test(url)) {
          for (const [name, value] of pageHeaders(readJson(file))) response.setHeader(name, value);
          response.setHeader(
            'Cache-Control',
            url.startsWith('/assets/') ? CACHING.assets : CACHING.others,
          );
        }
        next();
      });
    },
  };
}

/** What config.json holds now; nothing where it is missing or broken: the page itself says what is wrong. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
}
