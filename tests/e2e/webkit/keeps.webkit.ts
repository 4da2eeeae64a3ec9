import { the } from '../support/engines/find';
import { card, onBoard } from '../support/engines/webkit-page';
import { expect, test } from '../support/engines/webkit';
import { startOwnHost, type OwnHost } from '../support/own-host';
import { demoVideo, startVideoHost, video } from '../support/video-host';

const TITLES = ['The sea', 'clip-2'];

let own: OwnHost;
test.use({
  isKeeping: true,
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, provide) => {
    own = await startOwnHost({});
    // WebKit trusts no page from an address of numbers.
    await provide(own.address.replace('127.0.0.1', 'localhost'));
    await own.remove();
  },
});

test('the page, its board, the picture of a seen video and every saved one are there without a network', async ({
  tab,
}) => {
  const host = await startVideoHost(
    {
      'clip-1': { answer: { video_url: '{media}/media/sea', prompt: 'The sea' } },
      'clip-2': { content: video(demoVideo('aurora')) },
    },
    { sea: video(demoVideo('sea')) },
  );
  await onBoard(tab, host, 2);
  await tab.expectCount(0, the('picture'));
  for (const title of TITLES) {
    await tab.click(card(title), the('button', /^Play/));
    await tab.expectPlays(card(title));
  }
  await tab.click(the('button', 'Settings'));
  await tab.click(the('radio', 'In this browser'));
  await tab.expectText('2 videos are on this device', the('dialog', 'Settings'));
  await tab.run(() => navigator.serviceWorker.ready.then(() => null));
  await host.stop();
  await own.stop();

  await tab.reload();
  for (const title of TITLES) {
    await tab.expectText('On this device', card(title));
    const widths = () =>
      tab.read([card(title), the('picture')], (found) =>
        found.map((one) => (one as HTMLImageElement).naturalWidth),
      );
    await expect.poll(widths).toEqual([480]);
    await tab.click(card(title), the('button', /^Play/));
    await tab.expectPlays(card(title));
  }
});
