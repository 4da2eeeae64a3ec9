import { oddServer, type OddRanges } from '../odd-ranges';
import { test } from './support/fixtures';
import { onBoard } from './support/kept';
import { lateIndex } from './support/late-index';
import { expectPlays } from './support/page';
import { demoVideo, startVideoHost, video, type MediaAnswer } from './support/video-host';

const DUNES = demoVideo('dunes');
const LATE = lateIndex(DUNES);

/** By what the server does; what all of them do is tried beside the code that answers the player. */
const SERVERS: readonly (readonly [name: string, content: MediaAnswer])[] = [
  ['sends a large video well', video(LATE)],
  odd('promises more than there is', DUNES, false),
  odd('promises more than there is', DUNES, true),
  odd('promises more than there is', LATE, true),
  odd('takes pieces for text', DUNES, true),
  odd('refuses the last piece', LATE, true),
  odd('compresses pieces', DUNES, true),
  odd('tells no total', LATE, false),
];

test('a video plays, however its server sends it in pieces @firefox', async ({ page }) => {
  const plans = SERVERS.map(([, content], at) => [`clip-${at + 1}`, { content }] as const);
  const host = await startVideoHost(Object.fromEntries(plans));
  await onBoard(page, host, SERVERS.length);
  for (const [at, [name]] of SERVERS.entries()) {
    await test.step(name, async () => {
      const card = page.locator(`[data-card$="clip-${at + 1}"]`);
      await card.scrollIntoViewIfNeeded();
      await card.getByRole('button', { name: 'Play' }).click();
      await expectPlays(card);
    });
  }
  await host.stop();
});

function odd(name: OddRanges, bytes: Buffer, hidden: boolean) {
  const where = `${bytes === LATE ? ', at its end' : ''}${hidden ? ', unseen' : ''}`;
  return [name + where, oddServer(name, bytes, hidden)] as const;
}
