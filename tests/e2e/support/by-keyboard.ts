import { expect, type Locator, type Page } from '@playwright/test';

/** Stops of Tab between two things that a person goes to, at most. */
const FAR = 60;

/** Presses Tab, or what is named, until this has the focus. Fails if it cannot be reached so. */
export async function goTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < FAR; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Goes there and presses it. */
export async function pressOn(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await goTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** The focus is on something, and not on the page as a whole, from where a person would have to begin again. */
export async function expectFocusIsKept(page: Page): Promise<void> {
  await expect(page.locator(':focus:not(body, main)')).toHaveCount(1);
}

/** All found in one call, Firefox sometimes does not survive. */
async function hasFocus(target: Locator): Promise<boolean> {
  return (
    (await target.count()) === 1 &&
    (await target.evaluate((element) => element === element.ownerDocument.activeElement))
  );
}
