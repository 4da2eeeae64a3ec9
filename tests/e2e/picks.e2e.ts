import type { Page } from '@playwright/test';

import { expect, WITHOUT_WORKER } from './support/fixtures';
import { expectNoAxeViolations, pasteBox, trackButton } from './support/page';
import { expectAsked, expectHidden, partsIn, test } from './support/services';

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' });

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
