// How nginx keeps its connections to the upstreams: a look-up then costs no handshake of its own, neither here nor
// there, and no port. nginx keeps connections only to groups (`upstream`), and an older one than 1.27.3 resolves the
// names in a group when it starts, where a name that does not resolve stops it. So a group of ours names no upstream,
// but a socket in this machine, behind which nginx's stream module resolves the name at each new connection and passes
// the bytes as they are: https stays https until here.
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';

const STREAM_MODULE = [
  '/usr/lib/nginx/modules/ngx_stream_module.so',
  '/usr/share/nginx/modules/ngx_stream_module.so',
];

/** Longer paths are no names of sockets: `sun_path` has 104 bytes on some systems. */
const LONGEST_SOCKET = 100;

/** @param {string} version what `nginx -V` says */
export function streamModule(version) {
  if (/--with-stream(?=\s|$)/.test(version)) return { isThere: true, load: '' };
  const file = STREAM_MODULE.find((candidate) => existsSync(candidate));
  return { isThere: file !== undefined, load: file ? `load_module ${file};` : '' };
}

/**
 * What the templates say of the upstreams.
 * Without the stream module a name is asked by a new connection each time, as nginx does by itself.
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

/** Services end idle connections after a minute, as a rule: this end is earlier, so that no look-up meets that. */
function group({ group: name, server }) {
  return `  upstream ${name} {\n    server ${server};\n    keepalive 256;\n    keepalive_timeout 30s;\n  }`;
}

function stream(passed, resolver) {
  const servers = passed.flatMap(({ address, socket }, index) => [
    // Only what has a variable is resolved later than at the start.
    `  map "" $passed_${index} { default "${address}"; }`,
    `  server { listen unix:${socket}; proxy_pass $passed_${index}; }`,
  ]);
  return [
    'stream {',
    `  resolver ${resolver} valid=30s;`,
    '  resolver_timeout 5s;',
    // Later than the other end of the socket gives up, which says so to the page.
    '  proxy_connect_timeout 6s;',
    // Twice in each kept connection, and most answers are of 1 kB.
    '  proxy_buffer_size 4k;',
    '  tcp_nodelay on;',
    ...servers,
    '}',
  ].join('\n');
}
