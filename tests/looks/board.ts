import { expect, type Locator } from '@playwright/test';

import { CONTENT, FAILED, KEY, LINK, PUBLISHED_RUNNING } from '../e2e/support/ids';
import { go, opened, paste, submit, type Scene } from './scene';

/** What a producer pastes: names as long as people give them, and one task of each kind. */
export const ROWS = [
  ['Shot', 'Name', 'Client', 'Note', 'Task id'],
  ['SH010 Lighthouse', 'take 1, at dawn', 'Northwind Studios', 'the one they liked', LINK.id],
  ['SH010 Lighthouse', 'take 2', 'Lumen', '', CONTENT.id],
  ['SH010 Lighthouse', 'take 3', 'Lumen', '', FAILED.id],
  ['SH010 Lighthouse', 'take 4, with the boat that comes in late', 'Lumen', '', PUBLISHED_RUNNING],
  ['SH020 Tea house in the rain', 'wide', 'Lumen', '', 'estuck-4714'],
  ['SH020 Tea house in the rain', 'close', 'Northwind Studios', '', 'eword-4715'],
  ['SH020 Tea house in the rain', 'closer', 'Northwind Studios', '', 'e404-4716'],
  ['SH030 Harbour', 'one', 'Atlas', '', 'failquota-4717'],
  ['SH030 Harbour', 'two', 'Atlas', '', 'failbusy-4718'],
  ['SH030 Harbour', 'three', 'Atlas', '', 'cancel-4719'],
  ['SH030 Harbour', 'four', 'Atlas', '', 'e403-4720'],
  ['SH030 Harbour', 'five', 'Atlas', '', 'estuck-4721'],
] as const;

export const NAMES = {
  ready: 'take 1, at dawn',
  keyed: 'take 2',
  failed: 'take 3',
  running: 'take 4, with the boat that comes in late',
  lost: 'closer',
  stuck: 'wide',
} as const;

export const MESSAGE = [KEY, ...ROWS.map((row) => row.join('\t'))].join('\n');

/** A board with a task of each kind, in three groups. */
export async function onBoard(scene: Scene): Promise<void> {
  const { page, gateway } = scene;
  await page.goto('./');
  await paste(scene, MESSAGE, gateway.address);
  await submit(page);
  await checked(scene);
}

/** Waits until every task of the board was looked up. */
export async function checked({ page, t }: Scene): Promise<void> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  // So high that all cards are drawn.
  await page.setViewportSize({ width: size.width, height: 12_000 });
  await expect(page.getByRole('article').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(t('card.face.unchecked'), { exact: true })).toHaveCount(0, {
    timeout: 30_000,
  });
  await page.setViewportSize(size);
}

/** One card alone: of others, most are not drawn on a small screen. */
export async function alone({ page }: Scene, title: string): Promise<Locator> {
  await go(page, `#/?group=none&density=large&q=${encodeURIComponent(title)}`);
  const card = page.getByRole('article', { name: title });
  await expect(card).toBeVisible();
  return card;
}

/** Opens the menu of a card, and chooses from it. */
export async function fromCard(scene: Scene, title: string, item?: string): Promise<void> {
  const { page, t } = scene;
  const card = await alone(scene, title);
  await card.getByRole('button', { name: t('card.actions') }).click();
  await opened(page);
  if (item === undefined) return;
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}
