import type { Page } from '@playwright/test';

/** How many frames without a change are rest. */
const RESTS_FOR = 2;
/** What never rests, such as a bar that runs, is looked at all the same. */
const MOST_FRAMES = 12;

/** Waits for what loads, fades, slides and is measured anew; marks what lies over all else. */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(
    async ([restsFor, most]) => {
      const frame = () => new Promise(requestAnimationFrame);
      const over = [...document.querySelectorAll('[role="dialog"], [role="menu"]')].at(-1);
      for (const one of document.querySelectorAll('[data-looked-at]')) {
        if (one !== over) one.removeAttribute('data-looked-at');
      }
      over?.setAttribute('data-looked-at', '');
      const places = () =>
        [...(over ?? document).querySelectorAll('article, [role], h1, h2, h3, button, img')]
          .map((one) => {
            const { left, top, width, height } = one.getBoundingClientRect();
            return [left, top, width, height].map(Math.round).join();
          })
          .join(';');
      await document.fonts.ready;
      let before = '';
      for (let same = 0, frames = 0; same < restsFor && frames < most; frames += 1) {
        await frame();
        const now = places();
        same = now === before ? same + 1 : 0;
        before = now;
      }
      const inSight = [...document.images].filter(
        (one) => !one.complete && one.getBoundingClientRect().top < innerHeight,
      );
      await Promise.allSettled(inSight.map((one) => one.decode()));
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ending.map(({ finished }) => finished));
    },
    [RESTS_FOR, MOST_FRAMES] as const,
  );
}

/** How much of the page, or of what lies over it, has to be scrolled to, in px. */
export function hiddenBelow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const over = [...document.querySelectorAll('[role="dialog"], [role="menu"]')].at(-1);
    const all = [...(over ?? document).querySelectorAll('*')];
    const scrolls = all.filter(
      (one) => !one.matches('textarea') && /auto|scroll/.test(getComputedStyle(one).overflowY),
    );
    const hidden = scrolls.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    const { scrollHeight } = document.documentElement;
    return Math.max(0, ...hidden, over ? 0 : scrollHeight - innerHeight);
  });
}
