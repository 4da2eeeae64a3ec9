// What the stills and the clip both do with the page.

/** Opens the page in a fresh browser context, as a first-time visitor. `script` runs before the page's own code. */
export async function openPage({ browser, address }, look, script) {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    ...look,
  });
  if (script) await context.addInitScript(script);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(address);
  await sampleButton(page).waitFor();
  return page;
}

export const sampleButton = (page) => page.getByRole('button', { name: 'Try the sample board' });

/** A task's card, by its title. */
export const card = (page, name) => page.getByRole('article', { name });

/** On a card its name goes on with the card's. */
export const playButton = (where) => where.getByRole('button', { name: /^Play\b/ }).first();

/** The page offers to tell when a batch is done. */
export async function dismissNotice(page) {
  await page.getByRole('button', { name: 'Not now', exact: true }).click();
}

/** Chooses an item from a card's menu. */
export async function choose(page, name, item) {
  await card(page, name).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Waits until `count` videos on the page have played for more than this many seconds. */
export async function played(page, from, count = 1) {
  await page.waitForFunction(
    ({ from, count }) => {
      const elements = [...document.querySelectorAll('video')];
      return elements.filter(({ currentTime }) => currentTime > from).length >= count;
    },
    { from, count },
  );
}

/** Waits for images that are still loading and for everything that fades or slides in. */
export async function settled(page) {
  await page.evaluate(async () => {
    const inView = [...document.images].filter(({ complete }) => !complete);
    const seen = inView.filter((one) => one.getBoundingClientRect().top < innerHeight);
    await Promise.allSettled(seen.map((one) => one.decode()));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    await document.fonts.ready;
  });
}
