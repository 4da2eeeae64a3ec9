// How nginx keeps connections to the upstreams open, so that a look-up needs no handshake and no port of its own, here
// or at the service. nginx keeps connections open only to groups (`upstream`), and versions before 1.27.3 resolve the
// names in a group at the start, where one that does not resolve stops nginx. So our groups do not name an upstream but
// a local socket, behind which nginx's stream module resolves the name at each new connection and passes the bytes
// through unchanged: https stays encrypted up to the http part of nginx.
import { isIP } from 'node:net';
import path from 'node:path';

/** Longer paths cannot name a socket: `sun_path` has 104 bytes on some systems. */
const LONGEST_SOCKET = 100;

/**
 * The values for the upstreams in the templates.
 * Without the stream module each request to a name opens a new connection, which is nginx's default.
 */
export function connections(upstreams, { run, resolver, hasStream }) {
  const kept = upstreams.map((upstream, index) => {
    const url = new URL(upstream.base);
    const address = `${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`;
    const socket = path.join(run, `${index}.sock`);
    const isAddress = isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0;
    const canPass = hasStream && Buffer.byteLength(socket) <= LONGEST_SOCKET;
    const server = isAddress ? address : canPass ? `unix:${socket}` : null;
    const group = server === null ? url.host : `relay-${upstream.name}`;
    const base = `${url.protocol}//${group}${upstream.base.slice(url.origin.length)}`;
    return { ...upstream, url, address, socket, server, base, group };
  });
  const passed = kept.filter(({ server }) => server?.startsWith('unix:'));
  return {
    UPSTREAMS: kept.map(({ name, base }) => `    ${name} "${base}";`).join('\n'),
    UPSTREAM_HOSTS: kept.map(({ name, url }) => `    ${name} "${url.host}";`).join('\n'),
    UPSTREAM_NAMES: kept.map(({ name, url }) => `    ${name} "${url.hostname}";`).join('\n'),
    GROUPS: kept
      .filter(({ server }) => server !== null)
      .map(group)
      .join('\n'),
    STREAM: passed.length === 0 ? '' : stream(passed, resolver),
  };
}

/** Services usually close idle connections after a minute; this side closes earlier, so no look-up hits a closed one. */
function group({ group: name, server }) {
  return `  upstream ${name} {\n    server ${server};\n    keepalive 256;\n    keepalive_timeout 30s;\n  }`;
}

function stream(passed, resolver) {
  const servers = passed.flatMap(({ address, socket }, index) => [
    // nginx resolves a name later than at the start only if it comes from a variable.
    `  map "" $passed_${index} { default "${address}"; }`,
    `  server { listen unix:${socket}; proxy_pass $passed_${index}; }`,
  ]);
  return [
    'stream {',
    `  resolver ${resolver} valid=30s;`,
    '  resolver_timeout 5s;',
    // Later than the other end of the socket, which gives up first and tells the page.
    '  proxy_connect_timeout 6s;',
    // Needed twice per open connection, and most answers are about 1 kB.
    '  proxy_buffer_size 4k;',
    '  tcp_nodelay on;',
    ...servers,
    '}',
  ].join('\n');
}
