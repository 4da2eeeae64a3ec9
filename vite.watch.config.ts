import { defineConfig } from 'vite';

import about from './package.json' with { type: 'json' };
import { messages } from './tools/messages.ts';

/** `hosting/watch.mjs`: the page's engine in one file for Node, which needs no package beside it. */
export default defineConfig({
  define: { PAGE_VERSION: JSON.stringify(about.version) },
  plugins: [messages()],
  resolve: { tsconfigPaths: true },
  ssr: { noExternal: true },
  publicDir: false,
  build: {
    ssr: 'src/watch/watch.ts',
    outDir: 'dist-watch',
    target: 'node20',
    rolldownOptions: {
      output: { entryFileNames: 'watch.mjs', codeSplitting: false },
      onLog(level, log, say) {
        // Marks of React's, which say nothing to Node.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log);
      },
    },
  },
});
