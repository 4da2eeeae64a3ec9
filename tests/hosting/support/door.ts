import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** The cookie of somebody who has signed in. */
export const SIGNED_IN = 'session=known';

/** A sign-in in front of a page, like oauth2-proxy: 202 for people who have signed in, 401 for others. */
export interface Door {
  /** nginx's directives, for `SIGN_IN`. */
  file: string;
  stop(): void;
}

/** Its page has one link, which signs anybody in and leads back. */
export async function startDoor(folder: string): Promise<Door> {
  const server = createServer((request, response) => {
    if (request.url === '/oauth2/sign_in') {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<!doctype html><a href="/oauth2/callback">Sign in</a>');
      return;
    }
    if (request.url === '/oauth2/callback') {
      response.writeHead(302, { 'Set-Cookie': `${SIGNED_IN}; Path=/`, Location: '/' }).end();
      return;
    }
    response.writeHead(request.headers.cookie === SIGNED_IN ? 202 : 401).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const file = path.join(folder, 'sign-in.conf');
  writeFileSync(
    file,
    `auth_request /oauth2/auth;
     error_page 401 = @sign_in;
     location @sign_in {
       return 302 /oauth2/sign_in;
     }
     location /oauth2/ {
       auth_request off;
       proxy_pass http://127.0.0.1:${port};
       proxy_pass_request_body off;
       proxy_set_header Content-Length "";
     }`,
  );
  return { file, stop: () => server.close() };
}
