import { expect, type Locator, type Page } from '@playwright/test';

import type { TestGateway } from '../e2e/support/gateway';
import type { SleepThrough } from '../e2e/support/sleep';
import type { Words } from '../e2e/support/words';

/** Where a part of the page is being looked at, and how to get about there in any language. */
export interface Scene {
  page: Page;
  /** The page's words. */
  t: Words;
  gateway: TestGateway;
  sleepThrough: SleepThrough;
}

/** Leads from the screen before, with nothing open over it, to a screen. */
export type Step = (scene: Scene) => Promise<unknown>;

/** Screens that are come to one after another in one browser, by name. */
export interface Part {
  /** What the browser asks a person for, and is given. */
  permissions?: readonly string[];
  screens: Readonly<Record<string, Step>>;
  /** Those whose words are of the moment they were opened in: they are opened anew in each language. */
  anew?: readonly string[];
  /** Those that say what was said in another language. */
  stale?: readonly string[];
}

export const box = (page: Page): Locator => page.locator('[data-add-form] textarea').last();

/** A button that is seen, by its name. */
export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
}

export async function press(page: Page, name: string): Promise<void> {
  await button(page, name).click();
}

/** What lies over the page. */
export const over = (page: Page): Locator => page.locator('[role="dialog"], [role="menu"]');

export async function opened(page: Page): Promise<void> {
  await expect(over(page).first()).toBeVisible();
}

/** Changes the address, as a link would. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Closes whatever lies over the page, the last first. */
export async function closeAll(page: Page): Promise<void> {
  for (let open = await over(page).count(); open > 0; open = await over(page).count()) {
    await page.keyboard.press('Escape');
    await expect.poll(() => over(page).count()).toBeLessThan(open);
  }
}

/** Opens what finds commands, and looks for this. */
export async function openPalette(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.locator('input[role="combobox"]').fill(text);
}

/** Finds a command by its name, and gives it. */
export async function command(page: Page, name: string): Promise<void> {
  await openPalette(page, name);
  await page.getByRole('option', { name, exact: true }).first().click();
}

/** Opens a dialog from the settings. */
export async function fromSettings({ page, t }: Scene, name: string): Promise<void> {
  await press(page, t('app.settings'));
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await expect(over(page)).toHaveCount(2);
}

/** Fills the form: what was pasted, and the service by its address where the text does not say. */
export async function paste({ page, t }: Scene, text: string, address?: string): Promise<void> {
  await box(page).fill(text);
  if (address === undefined) return;
  await page
    .getByRole('combobox', { name: t('add.service') })
    .last()
    .selectOption({ label: t('add.other') });
  await page
    .getByRole('textbox', { name: t('add.address') })
    .last()
    .fill(address);
}

/** Presses the form's last button: it adds what was pasted. */
export async function submit(page: Page): Promise<void> {
  await page.locator('[data-add-form]').last().getByRole('button').last().click();
}
