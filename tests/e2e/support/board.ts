import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

interface Pasted {
  /** Base address of the service, as a person would give it. */
  address: string;
  key: string;
  ids: readonly string[];
}

/** Pastes a key and ids, names the service by its address, and tracks them: on first run or from the board. */
export async function pasteTasks(page: Page, { address, key, ids }: Pasted): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Keys and task ids' });
  const addTasks = page.getByRole('button', { name: 'Add tasks' }).first();
  await expect(box.or(addTasks).first()).toBeVisible();
  if (!(await box.isVisible())) await addTasks.click();
  await box.fill([key, ...ids].join('\n'));
  await chooseService(page, address);
  await page.getByRole('button', { name: /^Track \d+ tasks?$/ }).click();
}

/** Chooses *Other…* and gives the address. */
export async function chooseService(page: Page, address: string): Promise<void> {
  const service = page.getByRole('combobox', { name: 'Service' });
  if (await service.evaluate((element) => element instanceof HTMLSelectElement)) {
    await service.selectOption({ label: 'Other…' });
  } else {
    await service.click();
    await page.getByRole('option', { name: 'Other…' }).click();
  }
  await page.getByRole('textbox', { name: 'Address' }).fill(address);
}

/** A task's card, by its title: its name, else the first words of its prompt, else its short id. */
export function card(page: Page, title: string | RegExp): Locator {
  return page.getByRole('article', { name: title });
}

/** Fails with every rule of axe that the page breaks as it stands now, and where. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  );
  expect(told, 'what axe finds').toEqual([]);
}
