import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, WITHOUT_WORKER, test as plain } from './support/fixtures';
import {
  expectNoAxeViolations,
  filter,
  pasteBox,
  chooseService,
  trackButton,
} from './support/page';
import { expectAsked, expectHidden, partsIn, test } from './support/services';
import { demoVideo, startVideoHost, video, VIDEO_KEY } from './support/video-host';

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' });

plain(
  'picks are chosen with Shift, filtered and sent on as files that say what they are',
  async ({ page }) => {
    const host = await startVideoHost(
      Object.fromEntries(
        [1, 2, 3, 4].map((n) => [`clip-${n}`, { content: video(demoVideo('sea')) }]),
      ),
    );
    // The page's own way to the disk: this browser's chooser cannot be operated by a test.
    await page.addInitScript(() => {
      delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker;
    });
    await page.goto('./');
    const rows = [
      ['Shot', 'Name', 'Task id'],
      ['SH010 Lighthouse', 'take 1', 'clip-1'],
      ['SH010 Lighthouse', 'take 2', 'clip-2'],
      ['SH020 Tea: house?', 'wide', 'clip-3'],
      ['SH020 Tea: house?', 'wide', 'clip-4'],
    ];
    await pasteBox(page).fill([VIDEO_KEY, ...rows.map((row) => row.join('\t'))].join('\n'));
    await chooseService(page, host.address);
    await trackButton(page).click();
    await expect(filter(page, 'Ready')).toHaveAccessibleName('Ready 4');
    await page.getByRole('combobox', { name: 'Group' }).selectOption({ label: 'None' });
    const cards = page.getByRole('article');
    await cards.nth(1).hover();
    await cards.nth(1).getByRole('checkbox').click();
    await cards
      .nth(3)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await bar(page).getByRole('button', { name: 'Pick', exact: true }).click();
    await expect(bar(page).getByRole('status')).toContainText('3 picked');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Picks/ }).click();
    await expect(cards).toHaveCount(3);

    await page.getByRole('button', { name: 'Send the picks (3)…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send 3 videos' });
    await expectNoAxeViolations(page);
    const table = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save as CSV' }).click();
    const csv = readFileSync(await (await table).path(), 'utf8');
    expect(csv).toMatch(/^\uFEFFshot,name,id,link,prompt\r\n/);
    expect(csv).toContain('SH020 Tea: house?,wide,clip-4,');
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
      'videos.csv',
    ]);
    expect(execFileSync('unzip', ['-t', path]).toString()).toContain('No errors');
    await host.stop();
  },
);

test.describe('tasks for the wrong service', () => {
  test.use(WITHOUT_WORKER);

  test('move to another one, which is asked with its own key, and back again', async ({
    page,
    services,
  }) => {
    const [one, two] = services;
    const ids = ['task_01k6x15vhrff09dkkqjrzwhm60', 'task_01k6x15vhrff09dkkqjrzwhm71'];
    await page.goto('./');
    await pasteBox(page).fill([`${one.address} ${one.key}`, ...ids].join('\n'));
    await trackButton(page).click();
    await expect(page.getByRole('article')).toHaveCount(2);
    await expectAsked(one, ids);
    await page.keyboard.press('ControlOrMeta+a');
    const more = bar(page).getByRole('button', { name: 'More', exact: true });
    await more.click();
    await page.getByRole('menuitem', { name: 'Move to another service…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move 2 tasks to another service' });
    await dialog.getByRole('textbox', { name: 'Address' }).fill(two.address);
    await expect(dialog).toContainText('you will be asked for one next');
    await expectNoAxeViolations(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'New key' })).toBeVisible();
    expect(two.got).toEqual([]);
    await page.getByLabel(`Key for ${two.host}`).fill(two.key);
    await page.keyboard.press('Enter');
    await expectAsked(two, ids);
    expect(partsIn(two.got.join('\n'), [one.key])).toEqual([]);
    await expect(bar(page).getByRole('status')).toContainText(`2 tasks moved to ${two.host}`);

    await bar(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('article')).toHaveText([/40/, /40/]);
    await page.reload();
    await expect(page.getByRole('article')).toHaveCount(2);
    await page.keyboard.press('ControlOrMeta+a');
    await more.click();
    await page.getByRole('menuitem', { name: 'Move to another service…' }).click();
    // Back where they were: the other one is there to choose, with the key it has.
    await expect(page.getByRole('dialog').getByRole('combobox')).toHaveText(`${two.host}Other…`);
    await expectHidden(page);
  });
});
