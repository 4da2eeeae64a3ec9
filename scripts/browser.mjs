// Finds the browsers for the end-to-end tests. Node built-ins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const LIBRARIES = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu`);

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
    if (works(named, /chrom/i)) return named;
    throw new Error(`CHROMIUM is set to ${named}, which does not start. Fix it or unset it.`);
  }
  const candidates = [
    ...onPath(NAMES),
    ...(USUAL_PLACES[process.platform] ?? []),
    ...playwrightsOwn(),
  ];
  return candidates.find((file) => works(file, /chrom/i)) ?? null;
}

/**
 * Chromium without a window at all, which starts and draws for half the processor time: the journeys use it where no
 * window's doings matter. Null if there is none, or if `$CHROMIUM` names another one.
 */
export function findHeadlessShell() {
  if (process.env['CHROMIUM']) return null;
  return onPath(['chromium-headless-shell']).find((file) => works(file, /chrom/i)) ?? null;
}

/** The same for Firefox and `$FIREFOX`. None on Windows, which cannot start what stands between it and Playwright. */
export function findFirefox() {
  if (process.platform === 'win32') return null;
  const named = process.env['FIREFOX'];
  if (named) {
    if (works(named, /firefox/i)) return named;
    throw new Error(`FIREFOX is set to ${named}, which does not start. Fix it or unset it.`);
  }
  const candidates = [
    ...onPath(['firefox-esr', 'firefox']),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  return candidates.find((file) => works(file, /firefox/i)) ?? null;
}

/**
 * WebKitGTK's driver and its small browser, and a screen that nobody sees. Null if one is missing, or what plays MP4.
 */
export function findWebKit() {
  const [driver, screen] = ['WebKitWebDriver', 'Xvfb'].map((name) =>
    onPath([name]).find(existsSync),
  );
  const [browser, codecs] = ['webkit2gtk-4.1/MiniBrowser', 'gstreamer-1.0/libgstlibav.so'].map(
    (name) => LIBRARIES.map((folder) => path.join(folder, name)).find(existsSync),
  );
  return driver && screen && browser && codecs ? { driver, screen, browser } : null;
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

function onPath(names) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)));
}

function playwrightsOwn() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch {
    return []; // not installed yet
  }
}

function works(file, name) {
  if (!existsSync(file)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  // Ubuntu's chromium-browser is a stub that points to a snap: it exists but does not start.
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && name.test(stdout);
}
