// Installs what is missing; prints nothing if nothing is. Node built-ins only: it runs in a bare clone.
//   node scripts/setup.mjs             the packages
//   node scripts/setup.mjs --browser   plus a Chromium for the end-to-end tests
//   node scripts/setup.mjs --engines   plus Firefox and WebKit for those tests, where that is easy
//   node scripts/setup.mjs --nginx     plus nginx for hosting and its tests
//   node scripts/setup.mjs --wrk       plus wrk for the relay benchmark
//   node scripts/setup.mjs --ffmpeg    plus ffmpeg for videos and pictures
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { findChromium, findFirefox, findHeadlessShell, findWebKit } from './browser.mjs';
import { ROOT, run, seconds } from './terminal.mjs';

/** Programs that are packages of the same name, and how they tell their version. */
const PROGRAMS = {
  wrk: { version: '-v', needs: 'The relay benchmark needs wrk' },
  ffmpeg: { version: '-version', needs: 'Making videos and pictures needs ffmpeg' },
};

checkNode();
await installPackages();
if (process.argv.includes('--browser')) await installBrowser();
if (process.argv.includes('--engines')) await installEngines();
if (process.argv.includes('--nginx')) await installNginx();
for (const name of Object.keys(PROGRAMS)) {
  if (process.argv.includes(`--${name}`)) await installProgram(name);
}

function checkNode() {
  const wanted = readJson('package.json').engines.node.replace(/^>=/, '');
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  stop(
    `Rushes needs Node ${wanted} or newer; this is Node ${process.versions.node}.`,
    'Install a current version from https://nodejs.org, then try again.',
  );
}

async function installPackages() {
  if (packagesAreInstalled()) return;
  const start = performance.now();
  console.log('Installing packages (only when package-lock.json has changed) …');
  // NODE_ENV=production would skip the tools that build the page.
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0) stop('npm ci failed; see its messages above.');
  console.log(`Packages installed in ${seconds(start)}.`);
}

/**
 * As its last step, npm records what it has installed in node_modules/.package-lock.json. Comparing that record with
 * package-lock.json also detects an unfinished installation and one without the development packages.
 */
function packagesAreInstalled() {
  const note = 'node_modules/.package-lock.json';
  if (!existsSync(path.join(ROOT, note))) return false;
  const installed = readJson(note).packages;
  return Object.entries(readJson('package-lock.json').packages).every(
    ([folder, wanted]) =>
      folder === '' ||
      installed[folder]?.version === wanted.version ||
      // Optional packages for other systems are not installed.
      (!installed[folder] && (wanted.optional || wanted.devOptional)),
  );
}

async function installBrowser() {
  await installChromium();
  // Without it the journeys run in Chromium itself, in twice the time.
  if (process.env['CHROMIUM'] || findHeadlessShell() || !isRootOnDebian()) return;
  const start = performance.now();
  console.log('Installing Chromium’s headless shell, for quicker tests …');
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], quiet);
  await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'],
    quiet,
  );
  console.log(findHeadlessShell() ? `Ready in ${seconds(start)}.` : 'There is none; going on.');
}

async function installChromium() {
  if (orStop(findChromium)) return;
  const start = performance.now();
  console.log('No Chromium found; installing one for the tests …');
  if (isRootOnDebian()) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];
    await run('apt-get', ['update'], quiet);
    await run('apt-get', install, quiet);
  }
  if (!orStop(findChromium)) {
    const withLibraries = process.platform === 'linux' && process.getuid?.() === 0;
    await run('playwright', ['install', ...(withLibraries ? ['--with-deps'] : []), 'chromium']);
  }
  const found = orStop(findChromium);
  if (!found) {
    stop(
      'The tests need Chromium, and it could not be installed.',
      'Install Chromium or Google Chrome, or set CHROMIUM to its path, then try again.',
    );
  }
  console.log(`Chromium ready in ${seconds(start)}: ${found}`);
}

/** Without them most tests run all the same: only CI insists. */
async function installEngines() {
  const missing = () => [
    ...(orStop(findFirefox) ? [] : ['Firefox']),
    ...(findWebKit() ? [] : ['WebKit']),
  ];
  if (missing().length === 0) return;
  if (isRootOnDebian()) {
    const start = performance.now();
    console.log('Firefox or WebKit is missing; installing them for the tests …');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    const webkit = ['webkit2gtk-driver', 'xvfb', 'gstreamer1.0-libav', 'gstreamer1.0-plugins-good'];
    const packages = ['firefox-esr', ...webkit, 'gstreamer1.0-plugins-bad', 'fonts-noto-cjk'];
    await run('apt-get', ['update'], quiet);
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet);
    if (missing().length === 0) return console.log(`Both are ready in ${seconds(start)}.`);
  }
  const names = missing().join(' and ');
  if (process.env['CI']) stop(`The tests need ${names}, and that could not be installed.`);
  console.log(`The tests will run without ${names}, which CONTRIBUTING.md says how to install.`);
}

async function installNginx() {
  const isThere = () => !spawnSync('nginx', ['-v']).error;
  // Separate packages: without the first the page is sent as gzip, without the second the relay keeps no connections
  // open to services that are addressed by name, without the third there is no relay.
  const hasModules = () =>
    ['http_brotli_static', 'stream', 'http_headers_more_filter'].every((name) =>
      existsSync(`/usr/lib/nginx/modules/ngx_${name}_module.so`),
    );
  if (isThere() && (hasModules() || !isRootOnDebian())) return;
  const start = performance.now();
  console.log('nginx or one of its modules is missing; installing it for hosting and its tests …');
  if (isRootOnDebian()) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    const modules = ['http-brotli-static', 'stream', 'http-headers-more-filter'];
    const packages = ['nginx-light', ...modules.map((name) => `libnginx-mod-${name}`), 'openssl'];
    await run('apt-get', ['update'], quiet);
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet);
  }
  if (!isThere()) {
    stop(
      'Hosting and its tests need nginx, and it could not be installed.',
      'Install it (Debian: apt install nginx-light; macOS: brew install nginx), then try again.',
    );
  }
  console.log(`nginx ready in ${seconds(start)}.`);
}

async function installProgram(name) {
  const { version, needs } = PROGRAMS[name];
  const isThere = () => !spawnSync(name, [version]).error;
  if (isThere()) return;
  const start = performance.now();
  console.log(`${needs}, which is missing; installing it …`);
  if (isRootOnDebian()) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], quiet);
    await run('apt-get', ['install', '-y', '--no-install-recommends', name], quiet);
  }
  if (!isThere()) {
    stop(
      `${needs}, and it could not be installed.`,
      `Install it (Debian: apt install ${name}; macOS: brew install ${name}), then try again.`,
    );
  }
  console.log(`${name} ready in ${seconds(start)}.`);
}

/** What a browser's path was set to may be wrong. */
function orStop(find) {
  try {
    return find();
  } catch (error) {
    stop(error.message);
    return null;
  }
}

/** Ubuntu is like Debian, but its chromium package is a snap, which containers cannot run. */
function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

function stop(...lines) {
  console.error(`\n${lines.join('\n')}\n`);
  process.exit(1);
}
