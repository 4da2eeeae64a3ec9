import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer {
  base: string;
  /** What the next requests are answered with. */
  answer: (listener: RequestListener) => void;
  close: () => Promise<void>;
}

/** A real gateway on this machine, for tests of what goes over the wire. */
export async function startTestServer(): Promise<TestServer> {
  let current: RequestListener = (_request, response) => response.end();
  const server: Server = createServer((request, response) => current(request, response));
  await new Promise<void>((started) => {
    server.listen(0, '127.0.0.1', started);
  });
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (listener) => {
      current = listener;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
    },
  };
}
