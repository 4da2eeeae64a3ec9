import path from 'node:path';

import { build, type Plugin } from 'vite';

const ENTRY = 'src/engine/media/worker/sw.ts';
const NAME = 'sw.js';

/**
 * Serves the service worker as `sw.js` beside `index.html`: its place is its reach. It is one classic script
 * without imports, bundled by itself, because not every browser runs modules there.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'rushes:service-worker',
    configureServer({ middlewares }) {
      middlewares.use(`/${NAME}`, (_request, response, next) => {
        bundle().then((code) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.setHeader('Cache-Control', 'no-store');
          response.end(code);
        }, next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: NAME, source: await bundle() });
    },
  };
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      copyPublicDir: false,
      rolldownOptions: { input: path.resolve(ENTRY), output: { format: 'iife' } },
    },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (chunk?.type !== 'chunk') throw new Error(`${ENTRY} was not bundled`);
  return chunk.code;
}
