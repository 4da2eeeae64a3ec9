import { AxeBuilder } from '@axe-core/playwright';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

interface Pasted {
  /** Base address of the service, as a person would give it. */
  address: string;
  /** None where the service has one already. */
  key?: string;
  ids: readonly string[];
  /** Remembers the key on this device, not only until the tab is closed. */
  onThisDevice?: boolean;
}

/** Pastes a key and ids, names the service by its address, and tracks them: on first run or from the board. */
export async function pasteTasks(page: Page, pasted: Pasted): Promise<void> {
  await fillForm(page, pasted);
  await trackButton(page).click();
  // The longest way of all: the service is asked first, and then the board is loaded.
  await expect(page.getByRole('article').first()).toBeVisible({ timeout: 20_000 });
}

/** The same up to, but without, the last press. */
export async function fillForm(
  page: Page,
  { address, key, ids, onThisDevice = false }: Pasted,
): Promise<void> {
  const addTasks = page.getByRole('button', { name: 'Add tasks' }).first();
  await expect(pasteBox(page).or(addTasks).first()).toBeVisible();
  if (!(await pasteBox(page).isVisible())) await addTasks.click();
  await pasteBox(page).fill([...(key === undefined ? [] : [key]), ...ids].join('\n'));
  await chooseService(page, address);
  if (onThisDevice) {
    await page
      .getByRole('combobox', { name: 'Remember the key' })
      .selectOption({ label: 'On this device' });
  }
}

/** The one box for anything. */
export function pasteBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Keys and task ids' });
}

export function trackButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Add \d+ tasks?$/ });
}

/** Chooses *Other…* and gives the address. */
export async function chooseService(page: Page, address: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Service' }).selectOption({ label: 'Other…' });
  await page.getByRole('textbox', { name: 'Address' }).fill(address);
}

/** Puts a text on the clipboard and presses Ctrl+V, wherever the focus is. */
export async function pasteFromClipboard(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}

/** A task's card, by its title: its name, else the first words of its prompt, else its short id. */
export function card(page: Page, title: string | RegExp): Locator {
  return page.getByRole('article', { name: title });
}

/** Cards of tasks that the gateway has told something about, and that are not over. */
export function goingOn(page: Page): Locator {
  return page.getByRole('article').filter({ hasText: /Waiting|Running/ });
}

/** One of the filter's four choices, with its count as part of its name. */
export function filter(page: Page, name: 'All' | 'Running' | 'Ready' | 'Needs attention'): Locator {
  return page.getByRole('radio', { name: new RegExp(`^${name} \\d+$`) });
}

/** How many cards a choice of the filter says it has. */
export async function filterCount(page: Page, name: Parameters<typeof filter>[1]): Promise<number> {
  const label = await page.locator('label', { has: filter(page, name) }).textContent();
  return Number(/\d+$/.exec(label ?? '')?.[0]);
}

/** Opens a card's menu and chooses from it. */
export async function choose(page: Page, from: Locator, item: string): Promise<void> {
  await from.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** A video in a card that really runs: its time goes on. */
export async function expectPlays(where: Locator): Promise<void> {
  const video = where.locator('video');
  await expect(video).toBeVisible();
  await expect
    .poll(() => video.evaluate((video: HTMLVideoElement) => video.currentTime), {
      message: 'the time of the video',
    })
    .toBeGreaterThan(0.3);
}

/** Before their host ends: a page that is only just taking in its service worker would complain. */
export async function closeAll(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()));
}

/** Fails with every rule of axe that the page breaks as it stands now, and where. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  );
  expect(told, 'what axe finds').toEqual([]);
}

/** Waits for what fades in or slides; half of a fade has no contrast. What moves for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
