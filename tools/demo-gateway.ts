import type { Connect, Plugin } from 'vite';

import { createDemoGateway } from '../src/demo/server.ts';
import { toNodeHandler } from './node-http.ts';

/** Serves the demo gateway over real HTTP next to the page, in `npm start` and `npm run dev`, under `/demo`. */
export function demoGateway(): Plugin {
  const mount = (middlewares: Connect.Server): void => {
    const handle = toNodeHandler(createDemoGateway());
    middlewares.use((request, response, next) => {
      // Not mounted below a path: the gateway needs its full address to write links to its videos.
      if (/^\/demo\/(?:v1|media)\//.test(request.url ?? '')) handle(request, response);
      else next();
    });
  };
  return {
    name: 'rushes:demo-gateway',
    // Vite would answer preflights first and allows only localhost; the gateway answers them like a real one.
    config: () => ({ server: { cors: false }, preview: { cors: false } }),
    configureServer: ({ middlewares }) => mount(middlewares),
    configurePreviewServer: ({ middlewares }) => mount(middlewares),
  };
}
