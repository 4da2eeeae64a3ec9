import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { CONTENT, KEY } from './support/ids';
import { expectNoAxeViolations, filter, pasteTasks } from './support/page';

// So high that nothing has to be scrolled to: what scrolls takes no click.
test.use({ ...WITHOUT_WORKER, viewport: { width: 1440, height: 1800 } });

const TABLE = [
  'Shot\tTake\tClient\tTask id',
  'SH010 Lighthouse\tone\tNorthwind\tfailbusy-5001',
  'SH010 Lighthouse\ttwo\tNorthwind\tfailbusy-5002',
  'SH020 Tea house\tone\tLumen\tfail-5003',
  `SH020 Tea house\ttwo\tLumen\t${CONTENT.id}`,
  'SH020 Tea house\tthree\tLumen\testuck-4714',
];

const picture = (page: Page, name: string) => page.getByRole('region', { name });

test('pictures say what is true of a board, as tables and files too, and lead to it and back @firefox', async ({
  page,
  gateway,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: TABLE });
  await expect(filter(page, 'Needs attention')).toHaveAccessibleName('Needs attention 3');
  await expect(filter(page, 'Ready')).toHaveAccessibleName('Ready 1');

  // With the keyboard alone.
  await page.getByRole('button', { name: 'Views' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Insight' }).press('Enter');
  await expect(page).toHaveURL(/#\/insight$/);
  const why = picture(page, 'Why tasks failed');
  await expect(why).toContainText('2 of the 3 failures: the service was too busy.');
  await expect(picture(page, 'Finished and failed, by day')).toContainText(
    '1 video finished and 3 failed',
  );
  await expect(picture(page, 'How long does each model take?')).toContainText(
    'It takes 10 finished videos of one model',
  );
  await expect(picture(page, 'The current batch')).toContainText(
    /^The current batch.*1 of 5 are ready.* 3 failed\./,
  );
  await expectNoAxeViolations(page);

  await why.getByRole('button', { name: 'Show as table' }).press('Enter');
  await expect(why.getByRole('row', { name: 'The service was too busy 2 2' })).toBeVisible();
  await expectNoAxeViolations(page);
  const more = why.getByRole('button', { name: 'More actions for Why tasks failed' });
  await more.press('Enter');
  await page.getByRole('menuitem', { name: 'Copy as CSV' }).press('Enter');
  await expect(more).toBeFocused();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('reason,tasks,on_board\r\noverload,2,2\r\n');

  const coming = page.waitForEvent('download');
  await more.click();
  await page.getByRole('menuitem', { name: 'Save as picture' }).click();
  const saved = await coming;
  expect(saved.suggestedFilename()).toMatch(/^insight-reasons-\d{4}-\d\d-\d\d\.png$/);
  await expectDrawn(page, await readFile(await saved.path()));

  await page.getByRole('combobox', { name: 'Client' }).selectOption('Northwind');
  await expect(page).toHaveURL(/#\/insight\?column=Client%2Fnorthwind$/);
  await expect(why).toContainText('All 2 failures: the service was too busy.');
  await why.getByRole('link', { name: 'The service was too busy' }).press('Enter');
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page).toHaveURL(/#\/\?show=attention&reason=overload&column=Client%2Fnorthwind$/);
  await page.goBack();
  await expect(why).toContainText('All 2 failures');
  await page.reload();
  expect(await page.evaluate(hiddenFor)).toBeLessThan(1500);
  await expect(why).toContainText('All 2 failures');
  // The board has the filter, too, until it is taken off.
  await page.getByRole('button', { name: 'Board' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove filter Client: Northwind' }).click();
  await expect(page.getByRole('article')).toHaveCount(5);
});

/** Runs in the page. How long the picture of the last visit hides the screen once it is there, in ms: no card comes here. */
async function hiddenFor(): Promise<number> {
  const until = async (is: () => boolean): Promise<number> => {
    while (!is()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now();
  };
  const drawn = await until(() => document.querySelector('#root main h2') !== null);
  return (await until(() => document.getElementById('first-sight') === null)) - drawn;
}

/** A picture is a PNG with more than one colour. */
async function expectDrawn(page: Page, file: Buffer): Promise<void> {
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  const colours = await page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      const found = new Set<number>();
      for (let at = 0; at < data.length; at += 4)
        found.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
      return found.size;
    },
    [...file],
  );
  expect(colours).toBeGreaterThan(10);
}
