// `npm run pictures`: takes pictures of the built page: the README's stills, and a clip of the sample board, for
// docs/images; and those of the help, in every language, for src/features/help/pictures. Everything shown is the page itself, operated as a person would; only the pointer in the clip is
// drawn by us, because a headless browser has none. Needs ffmpeg with libwebp.
// `node scripts/pictures.mjs clip` takes only the clip, `stills` only the stills, `manifest` only the manifest's
// screenshots, `help` only those of the help, `help ja ko` those of these languages.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium } from '@playwright/test';
import { build, preview } from 'vite';

import { CHROMIUM_FLAGS, findChromium } from './browser.mjs';
import { takeClip } from './pictures/clip.mjs';
import { takeHelp } from './pictures/help.mjs';
import { takeShots } from './pictures/manifest.mjs';
import { takeStills } from './pictures/stills.mjs';
import { ROOT, seconds } from './terminal.mjs';

const OUT = path.join(ROOT, 'docs', 'images');

process.chdir(ROOT);
checkFfmpeg();
const wanted = process.argv.slice(2);
const start = performance.now();
const work = mkdtempSync(path.join(tmpdir(), 'rushes-pictures-'));
mkdirSync(OUT, { recursive: true });
const { address, stop } = await servePage(path.join(work, 'page'));
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
try {
  const places = { browser, address, work, out: OUT };
  // One after another: a machine that does both at once renders too few frames for the clip.
  if (wanted.length === 0 || wanted.includes('stills')) await takeStills(places);
  if (wanted.length === 0 || wanted.includes('manifest')) await takeShots(places);
  if (wanted.length === 0 || wanted.includes('clip')) await takeClip(places);
  if (wanted.length === 0 || wanted.includes('help')) await takeHelp(places, wanted);
} finally {
  await browser.close();
  await stop();
  rmSync(work, { recursive: true, force: true });
}
console.log(`Taken in ${seconds(start)}.`);

/** Builds the page into a separate folder, so that no other build is disturbed, and serves it on a free port. */
async function servePage(folder) {
  const dist = { outDir: folder, emptyOutDir: true };
  await build({ build: dist, logLevel: 'warn' });
  const server = await preview({ build: dist, preview: { port: 0, host: 'localhost' } });
  return { address: server.resolvedUrls.local[0], stop: () => server.close() };
}

/** Checked first, because building the page takes a while. */
function checkFfmpeg() {
  const { error, stdout } = spawnSync('ffmpeg', ['-hide_banner', '-encoders'], {
    encoding: 'utf8',
  });
  if (!error && stdout.includes('libwebp_anim')) return;
  console.error(
    error
      ? '\nThe pictures need ffmpeg, which was not found. Install it (apt install ffmpeg, brew install ffmpeg), then try again.\n'
      : '\nThe installed ffmpeg cannot write animated WebP. Install one with libwebp.\n',
  );
  process.exit(1);
}
