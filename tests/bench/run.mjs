import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'vite';

/** Node 20 runs no TypeScript: a bench is bundled into node_modules/.cache first, and then run. */
const [name = 'polling', ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = resolve(root, 'node_modules/.cache/bench', name);

await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { tsconfigPaths: true },
  build: {
    ssr: resolve(root, 'tests/bench', name, 'main.ts'),
    outDir,
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});

const bench = await import(pathToFileURL(resolve(outDir, 'main.mjs')).href);
bench.main(args);
