// Fills in nginx's templates from the environment and config.json. Pure except for reading the templates.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import { CACHING, pageHeaders } from '../policy.mjs';
import {
  ANSWERS,
  ASK_AGAIN_AFTER,
  ASKED_BY,
  KEY_HEADERS,
  PASSED_HEADERS,
  PATHS,
  redirects,
  RELAY_HEADERS,
  SHOWN_HEADERS,
} from '../relay-rules.mjs';
import { HostingError, readRelay } from '../relay.mjs';
import { connections } from './connections.mjs';
import { modules } from './modules.mjs';
import { ownAnswers } from './own-answers.mjs';
import { rates, sharing } from './sharing.mjs';
import {
  addHeader,
  escape,
  fill,
  firstThatExists,
  folder,
  plain,
  quoted,
  variable,
} from './values.mjs';

/**
 * The files nginx is started with, by name.
 * @param {Record<string, string | undefined>} env see relay.mjs, plus
 *   HOST, PORT        where it listens; default: every address, port 8080
 *   RESOLVER          the DNS resolver for the upstreams' names; default: the machine's own
 *   TRUSTED_PROXIES   addresses of proxies in front, trusted to say who the client is (CIDR)
 *   SIGN_IN           a file of nginx directives for the whole server, such as auth_request
 *   CA_FILE           the authorities to trust for upstreams' certificates
 *   ACCESS_LOG        a file, or `off`; default: standard output
 * @param {{ site: string, config: object, run: string, version?: string }} given
 *   the built page, the contents of its config.json, where nginx keeps its own files, and the output of `nginx -V`
 * Throws `HostingError`.
 */
export function configure(env, { site, config, run, version = '' }) {
  const relay = readRelay(env);
  const headers = pageHeaders(config);
  const shared = { RUN: plain('RUN_DIR', run) };
  const resolver = resolvers(env.RESOLVER);
  const { hasStream, ONLY_SHOWN, ...loaded } = modules(version, relay);
  return {
    'nginx.conf': fill('nginx.conf.template', {
      ...shared,
      USER:
        process.getuid?.() === 0 ? `user ${plain('NGINX_USER', env.NGINX_USER ?? 'root')};` : '',
      // One per core; more than a few only cost memory, which containers have little of.
      WORKERS: String(Math.min(availableParallelism(), MOST_WORKERS)),
      ...loaded,
      ...http2(version),
      ...connections(relay.upstreams, { run, resolver, hasStream }),
      MIME_TYPES: firstThatExists('MIME types of nginx', MIME_TYPES),
      ACCESS_LOG: accessLog(env.ACCESS_LOG ?? path.join(run, 'access.log')),
      TRUSTED_PROXIES: trusted(env.TRUSTED_PROXIES),
      RESOLVER: resolver,
      SITE: folder('The folder of the page', site),
      LISTEN: listen(env),
      SIGN_IN: env.SIGN_IN ? `    include ${plain('SIGN_IN', path.resolve(env.SIGN_IN))};` : '',
      CACHE_ASSETS: CACHING.assets,
      CACHE_OTHERS: CACHING.others,
      ...rates(relay),
      ...sharing(relay, shared.RUN),
      REFUSED: quoted(PATHS.refused),
      LOOK_UP: quoted(PATHS.lookUp),
      LIST: quoted(PATHS.list),
      FILM: quoted(PATHS.film),
      ASKED_BY: quoted(ASKED_BY),
      // If there are none: an expression that matches nothing.
      NAMES: oneOf(relay.upstreams),
      LISTING: oneOf(relay.upstreams.filter(({ lists }) => lists)),
      MEDIA_HOSTS: relay.mediaHosts.map((host) => quoted(escape(host))).join('|') || '(?!)',
      REDIRECTS: redirects(relay.mediaHosts)
        .map(([expression, told]) => `    "~*${quoted(expression)}" "${told}";`)
        .join('\n'),
      KEY_MAPS: KEY_HEADERS.map((header) => keyMap(header, relay.upstreams)).join('\n'),
      KEY_HEADERS: KEY_HEADERS.map(
        (header) => `      proxy_set_header ${header} $relay_${variable(header)};`,
      ).join('\n'),
      NO_KEY_HEADERS: KEY_HEADERS.map((header) => `      proxy_set_header ${header} "";`).join(
        '\n',
      ),
      ANSWERS: ownAnswers(Object.keys(ANSWERS), RELAY_HEADERS),
      // Headers are added once, by the half that the page speaks with.
      ASKING_ANSWERS: ownAnswers(['slower', 'unreachable', 'late'], []),
    }),
    'relay-limits.conf': fill('relay-limits.conf.template', {
      ...rates(relay),
      RELAY_HEADERS: RELAY_HEADERS.map(addHeader).join('\n'),
    }),
    'share.conf': fill('share.conf.template', {
      SECONDS: String(relay.shareSeconds),
      ASK_AGAIN: String(ASK_AGAIN_AFTER),
    }),
    'relay.conf': fill('relay.conf.template', {
      ...rates(relay),
      CA_FILE: plain('CA_FILE', firstThatExists('CA_FILE', env.CA_FILE ? [env.CA_FILE] : CA_FILES)),
      PASSED_HEADERS: PASSED_HEADERS.map(
        (name) => `proxy_set_header ${name} $http_${variable(name)};`,
      ).join('\n'),
      ONLY_SHOWN,
      SHOWN_HEADERS: SHOWN_HEADERS.map(shownHeader).join('\n'),
    }),
    'headers.conf': headers.map(pageHeader).join('\n'),
  };
}

const MOST_WORKERS = 8;

/** An expression that matches their names. */
function oneOf(upstreams) {
  return upstreams.map(({ name }) => name).join('|') || '(?!)';
}

/** One header of the key: the team's if the relay has one, otherwise what the page sent. */
function keyMap(header, upstreams) {
  const lines = upstreams
    .filter(({ adds }) => adds !== null)
    .map(({ name, adds }) => `    ${name} "${adds.header === header ? adds.value : ''}";`);
  return [
    `  map $relay_name $relay_${variable(header)} {`,
    `    default $http_${variable(header)};`,
    ...lines,
    '  }',
  ].join('\n');
}

/** The longest value that nginx accepts, in bytes. */
const MAX_VALUE = 4000;

function pageHeader([name, value]) {
  if (value.length > MAX_VALUE) {
    throw new HostingError(
      `config.json: ${name} would have ${value.length} characters, but nginx accepts only ${MAX_VALUE}: name fewer ` +
        'hosts, or combine several in a pattern such as *.example.com.',
    );
  }
  return addHeader([name, value]);
}

const MIME_TYPES = [
  '/etc/nginx/mime.types',
  '/usr/local/etc/nginx/mime.types',
  '/opt/homebrew/etc/nginx/mime.types',
];
const CA_FILES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/ssl/cert.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
];
/** How the relay's inner server is told to speak HTTP/2: nginx 1.25.1 moved the word. */
function http2(version) {
  const [, major, minor, patch] = (/nginx\/(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  const isDirective = major > 1 || minor > 25 || (minor === 25 && patch >= 1);
  return {
    LISTEN_HTTP_TWO: isDirective ? '' : ' http2',
    SPEAK_HTTP_TWO: isDirective ? 'http2 on;' : '',
  };
}

function listen({ HOST, PORT }) {
  const port = Number(PORT || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new HostingError('PORT must be a number from 1 to 65535.');
  }
  return HOST ? `${plain('HOST', HOST)}:${port}` : String(port);
}

function accessLog(file) {
  return file === 'off' ? 'off' : `${plain('ACCESS_LOG', file)} plain`;
}

function resolvers(given) {
  const named = given?.trim() || nameservers();
  if (!/^[\w.:[\] -]+$/.test(named))
    throw new HostingError('RESOLVER must be one or more addresses.');
  return named;
}

/** nginx itself reads neither /etc/resolv.conf nor /etc/hosts. */
function nameservers() {
  const text = existsSync('/etc/resolv.conf') ? readFileSync('/etc/resolv.conf', 'utf8') : '';
  const found = [...text.matchAll(/^nameserver\s+([\w.:]+)/gm)].map(([, address]) =>
    address.includes(':') ? `[${address}]` : address,
  );
  return found.join(' ') || '127.0.0.1';
}

function trusted(text) {
  const proxies = (text ?? '').split(/[\s,]+/).filter(Boolean);
  if (proxies.length === 0) return '';
  if (!proxies.every((proxy) => /^[\da-f.:]+(?:\/\d{1,3})?$/i.test(proxy))) {
    throw new HostingError('TRUSTED_PROXIES must be addresses such as 10.0.0.0/8.');
  }
  const lines = proxies.map((proxy) => `  set_real_ip_from ${proxy};`);
  return [...lines, '  real_ip_header X-Forwarded-For;', '  real_ip_recursive on;'].join('\n');
}

/** What the service said; what it says of keeping a look-up does not count. */
function shownHeader(name) {
  const isKept = ['Cache-Control', 'Expires'].includes(name);
  return addHeader([name, `$${isKept ? 'relay' : 'upstream_http'}_${variable(name)}`]);
}
