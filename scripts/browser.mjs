// Finds a Chromium for the end-to-end tests. Node built-ins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const USUAL_PLACES = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .flatMap((folder) => [
      path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    ]),
};

/**
 * The first Chromium that works: `$CHROMIUM`, on PATH, in the usual places on Mac and Windows, or Playwright's own.
 * Null if there is none. Throws if `$CHROMIUM` is set but wrong, because somebody wanted that one.
 */
export function findChromium() {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (works(named)) return named;
    throw new Error(`CHROMIUM is set to ${named}, which does not start. Fix it or unset it.`);
  }
  const candidates = [...onPath(), ...(USUAL_PLACES[process.platform] ?? []), ...playwrightsOwn()];
  return candidates.find(works) ?? null;
}

/** The flags for Chromium in tests: it neither calls home nor asks questions. */
export const CHROMIUM_FLAGS = [
  // Chromium cannot use its sandbox as root, which is the usual user in containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onPath() {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)));
}

function playwrightsOwn() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch {
    return []; // not installed yet
  }
}

function works(file) {
  if (!existsSync(file)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  // Ubuntu's chromium-browser is a stub that points to a snap: it exists but does not start.
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout);
}
