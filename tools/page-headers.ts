import path from 'node:path';

import type { Plugin } from 'vite';

import { CACHING, CLOSED, misspelt, pageHeaders, readConfig } from '../hosting/policy.mjs';

/** Makes `npm start` serve the built page with the same headers as a host, so that everything is tried under them. */
export function hostedHeaders(): Plugin {
  return {
    name: 'rushes:page-headers',
    configurePreviewServer({ middlewares, config }) {
      const file = path.resolve(config.root, config.build.outDir, 'config.json');
      const wrong = misspelt(readConfig(file));
      if (wrong !== null) throw new Error(wrong);
      middlewares.use((request, response, next) => {
        const url = request.url ?? '';
        // The relay has its own. What the demo gateway says wins, but not every address below it is the gateway's.
        if (!url.startsWith('/relay/')) {
          for (const [name, value] of pageHeaders(readConfig(file) ?? CLOSED))
            response.setHeader(name, value);
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
