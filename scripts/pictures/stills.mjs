// The README's stills.
import path from 'node:path';

import { writeStill } from './ffmpeg.mjs';
import {
  card,
  choose,
  dismissNotice,
  openPage,
  played,
  playButton,
  sampleButton,
  settled,
} from './page.mjs';

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = {
  viewport: { width: 390, height: 844 },
  // Sharp on most screens, at half the bytes of 2.
  deviceScaleFactor: 1.5,
  isMobile: true,
  hasTouch: true,
};

/** The first running sample task to be ready, about twenty seconds after the click. */
const FIRST_READY = 'Sunset, take 2';
const READY = 'Harbour of light';
/** Also ready from the start, but its service sends no poster. */
const WITHOUT_PICTURE = 'Petals, vertical';

export async function takeStills(places) {
  const shots = new Map();
  await onDesktop(places, shots);
  await onPhone(places, shots);
  // Only after all are taken: the board keeps changing, and both pictures of it should show the same moment.
  for (const [name, png] of shots) writeStill(png, path.join(places.out, name));
}

async function onDesktop(places, shots) {
  const page = await openPage(places, DESKTOP);
  await take(page, shots, 'first-run.png');
  await board(page);
  // A video that has been watched for a moment keeps a poster.
  await playButton(card(page, WITHOUT_PICTURE)).hover();
  await played(page, 0.5);
  await take(page, shots, 'board-light.png');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, shots, 'board-dark.png');
  await page.emulateMedia({ colorScheme: 'light' });

  await choose(page, FIRST_READY, 'Details');
  await playFor(page, 1.5, 1);
  await take(page, shots, 'details.png');
  await page.getByRole('button', { name: 'Board' }).click();

  await choose(page, FIRST_READY, 'Compare…');
  const chooser = page.getByRole('dialog');
  await chooser.getByRole('button', { name: READY }).click();
  await chooser.getByRole('button', { name: 'Compare 2' }).click();
  await page.setViewportSize({ width: DESKTOP.viewport.width, height: 640 });
  await playFor(page, 1.5, 2);
  await take(page, shots, 'compare.png');
  await page.context().close();
}

async function onPhone(places, shots) {
  const page = await openPage(places, PHONE);
  await board(page);
  await take(page, shots, 'phone.png');
  await page.context().close();
}

/** The sample board at the moment when the first of its tasks has just become ready. */
async function board(page) {
  await sampleButton(page).click();
  await dismissNotice(page);
  await playButton(card(page, FIRST_READY)).waitFor({ timeout: 90_000 });
}

/** Plays the videos on the screen for this many seconds, then pauses them. */
async function playFor(page, time, count) {
  await playButton(page).click();
  await played(page, time, count);
  // With the mouse: a key press would draw the focus ring.
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
}

async function take(page, shots, name) {
  await page.mouse.move(0, 0);
  await settled(page);
  shots.set(name, await page.screenshot());
}
