import { expect, type Page } from '@playwright/test';

/** Everything that is pressed has so much room, in px: also 1.5 px inside its edge it is what a finger meets. */
export async function expectRoom(page: Page, px: number, screen: string): Promise<void> {
  const look = async (): Promise<string[]> =>
    page.evaluate(
      (reach) => {
        const top =
          [...document.querySelectorAll('[role="menu"], [role="dialog"]')].at(-1) ?? document.body;
        const all = top.querySelectorAll<HTMLElement>(
          'button, a[href], input, select, summary, [role^="menuitem"]',
        );
        return [...all].flatMap((one) => {
          const seen = one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          if (!seen || one.matches(':disabled, [data-base-ui-focus-guard], [inert] *')) return [];
          const target = one.closest('label') ?? one;
          target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
          const { left, top: above, width, height } = target.getBoundingClientRect();
          if (width < 2 || height < 2) return [];
          const meets = (x: number, y: number): boolean =>
            target.contains(
              document.elementFromPoint(left + width / 2 + x, above + height / 2 + y),
            );
          const isHit = meets(-reach, 0) && meets(reach, 0) && meets(0, -reach) && meets(0, reach);
          const name = one.getAttribute('aria-label') ?? one.textContent;
          return isHit ? [] : [`${name}: ${Math.round(width)} × ${Math.round(height)}`];
        });
      },
      px / 2 - 1.5,
    );
  // Rows take no presses while they are scrolled, and buttons get their room once the text beside them is measured.
  await expect.poll(look, `what is too small: ${screen}`).toEqual([]);
}
