import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import type { Fault } from './faults';

/** All of axe's rules, those for AAA and those that are still tried out as well. */
const TAGS = [
  'wcag2a',
  'wcag2aa',
  'wcag2aaa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
  'experimental',
];
/** Rules on trial that do not fit what the page does on purpose. */
const SPARED = [
  // An id of forty characters is called by its two ends, as it is everywhere; a row that is one cell, by its heading.
  'label-content-name-mismatch',
  // What scrolls takes the focus, so that it can be scrolled with keys.
  'focus-order-semantics',
];
/** What the page promises only with more contrast (docs/decisions/0037). */
const WITH_MORE_CONTRAST = ['color-contrast-enhanced'];

/** The last of what lies over the page, marked by `atRest`. */
const OVER = '[data-looked-at]';

/** What axe finds on the page as it stands. In a second theme, only colours can be otherwise. */
export async function readAxe(
  page: Page,
  { coloursOnly, moreContrast }: { coloursOnly: boolean; moreContrast: boolean },
): Promise<Fault[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const open = await page.locator(OVER).count();
  // What lies below a dialog was looked at before, and most of the time goes into it.
  if (open > 0) axe.include(OVER);
  if (coloursOnly) {
    axe.withRules([
      'color-contrast',
      'link-in-text-block',
      ...(moreContrast ? WITH_MORE_CONTRAST : []),
    ]);
  } else {
    axe.withTags(TAGS);
    axe.disableRules([...SPARED, ...(moreContrast ? [] : WITH_MORE_CONTRAST)]);
  }
  const { violations } = await axe.analyze();
  const nodes = violations.flatMap(({ id, nodes: all }) => all.map((node) => ({ id, ...node })));
  const faults: Fault[] = [];
  for (const { id, html, target } of nodes) {
    // What a strip has scrolled half out of sight can be scrolled back.
    if (id === 'target-size' && (await isInStrip(page, String(target.at(-1))))) continue;
    faults.push({ kind: 'axe', what: `${id}: ${html.slice(0, 200)}` });
  }
  return faults;
}

function isInStrip(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((one) => one.closest('[class*=strip]') !== null);
}
