// The manifest's screenshots: what a browser shows of the page before somebody installs it.
import path from 'node:path';

import { ROOT } from '../terminal.mjs';
import { writeShot } from './ffmpeg.mjs';
import { card, dismissNotice, openPage, playButton, sampleButton, settled } from './page.mjs';

/** As `tools/manifests.ts` says; `tests/manifest.test.ts` compares them. */
const SHOTS = [
  { name: 'board.webp', look: { viewport: { width: 1200, height: 750 } } },
  {
    name: 'board-phone.webp',
    look: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  },
];

export async function takeShots(places) {
  for (const { name, look } of SHOTS) {
    const page = await openPage(places, look);
    await sampleButton(page).click();
    await dismissNotice(page);
    await playButton(card(page, 'Harbour of light')).waitFor();
    await page.mouse.move(0, 0);
    await settled(page);
    writeShot(await page.screenshot(), path.join(ROOT, 'public', 'images', name));
    await page.context().close();
  }
}
