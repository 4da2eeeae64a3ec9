// Which of its modules this nginx has: some come with it, others are packages of their own.
import { existsSync } from 'node:fs';
import path from 'node:path';

import { HostingError } from '../relay.mjs';

const FOLDERS = ['/usr/lib/nginx/modules', '/usr/share/nginx/modules'];

const MODULES = {
  brotli: { file: 'ngx_http_brotli_static_module.so', builtIn: /--add-module=\S*brotli/ },
  stream: { file: 'ngx_stream_module.so', builtIn: /--with-stream(?=\s|$)/ },
  headersMore: {
    file: 'ngx_http_headers_more_filter_module.so',
    builtIn: /--add-module=\S*headers-more/,
  },
};

/** Every header: the module knows names by how they begin, and RFC 9110, 5.6.2 has what that may be. A hyphen cannot be said. */
const ANY_NAME = Array.from("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+.^_`|~")
  .map((first) => `"${first}*"`)
  .join(' ');

/**
 * Whether it is there, and the line that loads it.
 * @param {keyof typeof MODULES} name
 * @param {string} version the output of `nginx -V`
 */
export function moduleOf(name, version) {
  const { file, builtIn } = MODULES[name];
  if (builtIn.test(version)) return { isThere: true, load: '' };
  const found = FOLDERS.map((folder) => path.join(folder, file)).find((one) => existsSync(one));
  return { isThere: found !== undefined, load: found ? `load_module ${found};` : '' };
}

/**
 * The values for the templates. Without Brotli, precompressed files are sent as gzip; without the stream module, the
 * relay keeps no connections open. But nothing else in nginx drops headers that nobody has named.
 */
export function modules(version, relay) {
  const [brotli, stream, headersMore] = Object.keys(MODULES).map((name) => moduleOf(name, version));
  const relays = relay.upstreams.length + relay.mediaHosts.length > 0;
  if (relays && !headersMore.isThere) {
    throw new HostingError(
      'The relay needs nginx’s headers-more module. Install it (apt install libnginx-mod-http-headers-more-filter).',
    );
  }
  return {
    MODULES: [brotli, stream, headersMore]
      .map(({ load }) => load)
      .filter(Boolean)
      .join('\n'),
    BROTLI: brotli.isThere ? 'brotli_static on;' : '',
    ONLY_SHOWN: headersMore.isThere ? `more_clear_headers ${ANY_NAME};` : '',
    hasStream: stream.isThere,
  };
}
