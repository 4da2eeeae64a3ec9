// The clip at the top of the README: from the empty page to a playing video.
import path from 'node:path';

import { writeClip } from './ffmpeg.mjs';
import { card, openPage, played, playButton, sampleButton, settled } from './page.mjs';
import { createHand, drawPointer } from './pointer.mjs';
import { startRecorder } from './recorder.mjs';

const FPS = 10;
/** The narrowest page with three columns, so that it can be shown at full size and every word is readable. */
const LOOK = { viewport: { width: 984, height: 640 } };
/** This task runs for about twenty seconds; the other is ready from the start. */
const RUNS = 'Sunset, take 2';
const IS_READY = 'Petals, vertical';
/** How much faster the waiting is shown. */
const TIME_LAPSE = 6;

export async function takeClip(places) {
  const page = await openPage(places, { ...LOOK, reducedMotion: 'no-preference' }, drawPointer);
  const hand = createHand(page);
  await settled(page);
  const recorder = await startRecorder(page, path.join(places.work, 'clip'));
  const waiting = async (until) => {
    recorder.speed(TIME_LAPSE);
    await until;
    recorder.speed(1);
  };

  await page.waitForTimeout(600);
  await hand.scrollTo(sampleButton(page));
  await hand.press(sampleButton(page));
  await waiting(card(page, RUNS).getByRole('progressbar').waitFor());
  await page.waitForTimeout(1500);
  await waiting(playButton(card(page, RUNS)).waitFor({ timeout: 90_000 }));

  await page.waitForTimeout(400);
  await hand.press(playButton(card(page, RUNS)));
  await played(page, 1.2);
  // Another one plays muted while the pointer rests on it.
  await hand.moveTo(playButton(card(page, IS_READY)));
  await page.waitForTimeout(1700);

  await hand.press(card(page, RUNS).getByRole('button', { name: 'More actions' }));
  const details = page.getByRole('menuitem', { name: 'Details' });
  await details.waitFor();
  await hand.press(details, 300);
  const player = page.getByRole('group', { name: 'Player' });
  await waiting(player.waitFor());
  // The video continues from its position in the card, which is near the end: back to the middle, then play on.
  await hand.press(player.getByRole('slider', { name: 'Time' }));
  if (await playButton(player).isVisible()) await hand.press(playButton(player), 400);
  await page.waitForTimeout(2000);
  await hand.press(page.getByRole('button', { name: 'Board' }));
  await card(page, RUNS).waitFor();
  await page.waitForTimeout(1500);
  writeClip(await recorder.stop(), FPS, path.join(places.out, 'sample-board.webp'));
  await page.context().close();
}
