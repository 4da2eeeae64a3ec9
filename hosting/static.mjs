// Writes the header files of common static hosts from the one table in policy.mjs:
//   node hosting/static.mjs dist    into a built page, by its own config.json: say it again when that has changed
//   node hosting/static.mjs         into hosting/static, by public/config.json: how they look, to be read
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { CACHING, pageHeaders, readConfig } from './policy.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** The files by name, for a page with this configuration. */
export function staticFiles(config) {
  const page = [...pageHeaders(config), ['Cache-Control', CACHING.others]];
  const assets = ['Cache-Control', CACHING.assets];
  return {
    _headers: netlify(page, assets),
    '.htaccess': apache(page, assets),
    Caddyfile: caddy(page, assets),
    'firebase.json': json(firebase(page, assets)),
    'staticwebapp.config.json': json(azure(page, assets)),
    'vercel.json': json(vercel(page, assets)),
  };
}

/** The longest line of `_headers` that Cloudflare Pages reads, in characters. */
const CLOUDFLARE_LINE = 2000;

const NOTE = 'Made by hosting/static.mjs; change hosting/policy.mjs instead.';

/**
 * Netlify and Cloudflare Pages. There, rules add up, and what no rule names is asked about every time anyway: only the
 * assets' caching is said.
 */
function netlify(page, [name, value]) {
  const lines = page.filter(([one]) => one !== name).map(([one, text]) => `  ${one}: ${text}`);
  return [`# ${NOTE}`, '/*', ...lines, '', '/assets/*', `  ${name}: ${value}`, ''].join('\n');
}

function apache(page, [name, value]) {
  const set = ([one, text]) => `  Header ${one === name ? '' : 'always '}set ${one} "${text}"`;
  return [
    `# ${NOTE}`,
    '# Needs mod_headers, and AllowOverride FileInfo.',
    'AddType application/manifest+json .webmanifest',
    'AddType text/javascript .js',
    '<IfModule mod_headers.c>',
    ...page.map(set),
    `  SetEnvIf Request_URI "/assets/" RUSHES_ASSET`,
    `  Header set ${name} "${value}" env=RUSHES_ASSET`,
    '</IfModule>',
    '',
  ].join('\n');
}

function caddy(page, [name, value]) {
  return [
    `# ${NOTE}`,
    '# Put the built page into /srv/rushes and the name of the host into the first line: Caddy fetches its certificate.',
    ':8080 {',
    '\troot * /srv/rushes',
    '\tencode zstd gzip',
    '\theader {',
    ...page.filter(([one]) => one !== name).map(([one, text]) => `\t\t${one} "${text}"`),
    '\t}',
    '\t@assets {',
    '\t\tpath */assets/*',
    '\t\tfile',
    '\t}',
    '\t@others not path */assets/*',
    `\theader @assets ${name} "${value}"`,
    `\theader @others ${name} "${page.at(-1)[1]}"`,
    '\tfile_server',
    '}',
    '',
  ].join('\n');
}

function firebase(page, assets) {
  const list = (pairs) => pairs.map(([key, value]) => ({ key, value }));
  return {
    hosting: {
      public: 'dist',
      headers: [
        { source: '**', headers: list(page) },
        { source: '**/assets/**', headers: list([assets]) },
      ],
    },
  };
}

function azure(page, [name, value]) {
  return {
    globalHeaders: Object.fromEntries(page),
    routes: [{ route: '/assets/*', headers: { [name]: value } }],
    mimeTypes: { '.webmanifest': 'application/manifest+json' },
  };
}

function vercel(page, assets) {
  const list = (pairs) => pairs.map(([key, value]) => ({ key, value }));
  return {
    headers: [
      { source: '/(.*)', headers: list(page) },
      { source: '/assets/(.*)', headers: list([assets]) },
    ],
  };
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = process.argv[2] ? path.resolve(process.argv[2]) : path.join(HERE, 'static');
  const file = process.argv[2]
    ? path.join(target, 'config.json')
    : path.join(HERE, '../public/config.json');
  const config = readConfig(file);
  if (config === undefined) {
    console.error(`${file} cannot be read: mend it first. Nothing was written.`);
    process.exit(1);
  }
  const longest = Math.max(
    ...pageHeaders(config).map(([name, value]) => `${name}: ${value}`.length),
  );
  if (longest > CLOUDFLARE_LINE) {
    console.warn(
      `The policy has ${longest} characters, and Cloudflare Pages reads ${CLOUDFLARE_LINE}: name fewer hosts there, ` +
        'or several by one pattern such as *.example.com.',
    );
  }
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(staticFiles(config))) {
    writeFileSync(path.join(target, name), text);
  }
}
