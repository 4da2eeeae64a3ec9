import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY } from './support/ids';
import {
  chooseService,
  expectNoAxeViolations,
  expectPlays,
  filter,
  pasteBox,
  pasteTasks,
  trackButton,
} from './support/page';
import { demoVideo, startVideoHost, video, VIDEO_KEY, type VideoHost } from './support/video-host';

/** Three days, as people spent them with the page: every step is one that they take. */

const SEA = demoVideo('sea');
const idOf = (n: number): string => `task_01k6x15vhrff09dkkqjrzwhm6${n}`;

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' });

test.describe('with videos of a service', () => {
  let host: VideoHost;
  test.beforeEach(async () => {
    host = await startVideoHost(
      Object.fromEntries([1, 2, 3, 4].map((n) => [idOf(n), { content: video(SEA) }])),
    );
  });
  test.afterEach(() => host.stop());

  test('a producer: from a message with shots to the picks, as files that say what they are', async ({
    page,
  }, testInfo) => {
    // The page's own way to the disk: this browser's chooser cannot be operated by a test.
    await page.addInitScript(() => {
      delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker;
    });
    await page.goto('./');
    await pasteBox(page).fill(
      `Morning! Here is what ran over night, key ${VIDEO_KEY}

SH010 Lighthouse
take 1: ${idOf(1)}
take 2: ${idOf(2)}

SH020 Tea house
wide: ${idOf(3)}
wide: ${idOf(4)}`,
    );
    await chooseService(page, host.address);
    await trackButton(page).click();
    const lighthouse = group(page, 'SH010 Lighthouse');
    const teaHouse = group(page, 'SH020 Tea house');
    await expect(lighthouse).toContainText('2 of 2 ready');
    await expect(teaHouse).toContainText('2 of 2 ready');

    const second = lighthouse.getByRole('article', { name: 'take 2' });
    await second.getByRole('button', { name: /^Play/ }).click();
    await expect.poll(() => playedTo(page)).toBeGreaterThan(0);
    await second.getByRole('checkbox').check();
    await teaHouse.getByRole('checkbox', { name: 'Select SH020 Tea house' }).check();
    await bar(page).getByRole('button', { name: 'Pick', exact: true }).click();
    await expect(bar(page).getByRole('status')).toContainText('3 picked');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Picks 3' }).click();
    await expect(page.getByRole('article')).toHaveCount(3);
    await page.getByRole('button', { name: 'Send the picks (3)…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send 3 videos' });
    await expectNoAxeViolations(page);
    const table = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download as CSV' }).click();
    const csv = readFileSync(await (await table).path(), 'utf8');
    expect(csv).toMatch(/^\uFEFFshot,name,id,link,prompt\r\n/);
    expect(csv).toContain(`SH020 Tea house,wide,${idOf(4)},`);
    await dialog.getByRole('button', { name: 'Download as ZIP' }).click();
    const zip = page.waitForEvent('download');
    const download = page.getByRole('dialog', { name: 'Download 3 videos' });
    await download.getByRole('button', { name: 'Download', exact: true }).click();
    const path = await (await zip).path();
    await expect(download).toContainText('3 of 3 downloaded');
    const names = execFileSync('unzip', ['-Z1', path]).toString().trim().split('\n');
    expect(names.toSorted()).toEqual([
      'SH010 Lighthouse – take 2.mp4',
      'SH020 Tea house – wide – take 1.mp4',
      'SH020 Tea house – wide – take 2.mp4',
      'index.html',
      'videos.csv',
    ]);
    expect(execFileSync('unzip', ['-t', path]).toString()).toContain('No errors');
    const folder = testInfo.outputPath('unpacked');
    execFileSync('unzip', ['-q', path, '-d', folder]);

    await download.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'Send the picks (3)…' }).click();
    await dialog.getByRole('button', { name: 'Download as a page' }).click();
    const file = page.waitForEvent('download');
    await download.getByRole('button', { name: 'Download', exact: true }).click();
    const saved = testInfo.outputPath('picks.html');
    await (await file).saveAs(saved);
    await expect(download).toContainText('3 of 3 downloaded');

    // Whoever gets them opens them without a network, and without this page.
    await host.stop();
    await page.goto(`file://${folder}/index.html`);
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([/SH010/, /SH020/]);
    await expect(page.getByRole('heading', { level: 3 })).toHaveText([
      /^take 2/,
      /^wide – take 1/,
      /^wide – take 2/,
    ]);
    await page
      .locator('video')
      .first()
      .evaluate((video: HTMLVideoElement) => video.play());
    await expectPlays(page.locator('article').first());
    await page.goto(`file://${saved}`);
    await page.getByRole('button', { name: 'Play' }).first().click();
    await expectPlays(page.locator('article').first());
    await expectNoAxeViolations(page);
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

    test('a marketer: pastes, watches, chooses by a long press and shares', async ({ page }) => {
      // No browser for tests has a share sheet.
      await page.addInitScript(() => {
        Object.assign(navigator, {
          canShare: () => true,
          share: async ({ files = [] }: ShareData) => {
            document.title = files.map(({ name, size }) => `${name}, ${size}`).join('; ');
          },
        });
      });
      await page.goto('./');
      const ids = [`Teaser: ${idOf(1)}`, `Long cut: ${idOf(2)}`];
      await pasteTasks(page, { address: host.address, key: VIDEO_KEY, ids });
      const cards = page.getByRole('article').filter({ hasText: 'Ready' });
      await expect(cards).toHaveCount(2);
      await cards.first().getByRole('button', { name: /^Play/ }).tap();
      await expect.poll(() => playedTo(page)).toBeGreaterThan(0);

      const heading = cards.nth(1).getByRole('heading');
      await heading.scrollIntoViewIfNeeded();
      const at = (await heading.boundingBox()) ?? { x: 0, y: 0 };
      const finger = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchEnd', points: { x: number; y: number }[]) =>
        finger.send('Input.dispatchTouchEvent', { type, touchPoints: points });
      await touch('touchStart', [{ x: at.x + 20, y: at.y + 8 }]);
      await expect(bar(page).getByText('1 selected')).toBeVisible();
      await touch('touchEnd', []);
      await cards.first().getByRole('heading').tap();
      await expect(bar(page).getByText('2 selected')).toBeVisible();
      await expectNoAxeViolations(page);

      await bar(page).getByRole('button', { name: 'More', exact: true }).tap();
      await page.getByRole('menuitem', { name: 'Send 2…' }).tap();
      const dialog = page.getByRole('dialog', { name: 'Send 2 videos' });
      await dialog.getByRole('button', { name: 'Share…' }).tap();
      const size = SEA.length;
      await expect(page).toHaveTitle(`Long cut.mp4, ${size}; Teaser.mp4, ${size}`);
    });
  });
});

test.describe('with a spreadsheet', () => {
  test.use(WITHOUT_WORKER);

  test('a lead: 120 rows, by client, by what failed, and a group removed by mistake', async ({
    page,
    gateway,
  }) => {
    const FAILED = ['failbusy', 'failbusy', 'failbusy', 'fail', 'fail'];
    const rows = Array.from({ length: 120 }, (_, at) =>
      [
        `SH${Math.floor(at / 4) + 1}0`,
        ['Northwind', 'Lumen', 'Atlas'][at % 3],
        `${FAILED[at] ?? 'econtent'}-${6000 + at}`,
      ].join('\t'),
    );
    await page.goto('./');
    const ids = ['Shot\tClient\tTask id', ...rows];
    await pasteTasks(page, { address: gateway.address, key: KEY, ids });
    await expect(filter(page, 'All')).toHaveAccessibleName('All 120');
    await page.getByRole('combobox', { name: 'Group' }).selectOption({ label: 'Client' });
    await expect(group(page, 'Atlas')).toContainText('of 40 ready');

    await filter(page, 'Needs attention').check();
    await page.getByRole('button', { name: '3 too busy' }).click();
    await expect(page.getByRole('article')).toHaveCount(3);
    await page.getByRole('button', { name: '3 too busy' }).click();
    await page.getByRole('button', { name: '2 safety check' }).click();
    await expect(page.getByRole('article')).toHaveCount(2);
    await page.getByRole('button', { name: '2 safety check' }).click();
    await filter(page, 'All').check();

    await page.getByRole('button', { name: 'More actions for Atlas' }).click();
    await page.getByRole('menuitem', { name: 'Remove the group (40 tasks)' }).click();
    await expect(filter(page, 'All')).toHaveAccessibleName('All 80');
    await expect(group(page, 'Atlas')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(filter(page, 'All')).toHaveAccessibleName('All 120');
    await expect(group(page, 'Atlas')).toContainText('of 40 ready');
  });
});

/** How far a video of the page has played, in seconds. */
function playedTo(page: Page): Promise<number> {
  return page
    .locator('video')
    .evaluateAll((videos: HTMLVideoElement[]) =>
      Math.max(0, ...videos.map(({ currentTime }) => currentTime)),
    );
}
