import { expect, type Page } from '@playwright/test';

import { blockDatabase } from '../../e2e/support/broken-storage';
import { onBoard } from '../board';
import { command, go, opened, press, type Part, type Scene } from '../scene';

/** What is said above the cards when something is wrong. */
export const trouble: Part = {
  screens: {
    paused: async (scene) => {
      await onBoard(scene);
      await command(scene.page, scene.t('board.pause'));
      await expect(scene.page.getByText(scene.t('notices.paused')).last()).toBeVisible();
    },
    offline: async ({ page, t }) => {
      await page.context().setOffline(true);
      await expect(page.getByText(t('notices.offline')).first()).toBeVisible();
    },
    'all of it': async ({ page }) => openNotices(page),
    'key refused': async (scene) => {
      const { page, t, gateway } = scene;
      await page.context().setOffline(false);
      await command(page, t('board.resume'));
      await page.route(`${gateway.address}/**`, (route) =>
        route.fulfill({
          status: 401,
          headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
          json: { error: { message: 'Incorrect API key provided: sk-demo-…' } },
        }),
      );
      await scene.sleepThrough([page], 3_600_000);
      await expect(page.locator('[data-notice]')).toContainText(gatewayHost(scene), {
        timeout: 30_000,
      });
    },
    'key refused, all of it': async ({ page }) => openNotices(page),
    'key refused, in a table': async ({ page }) => go(page, '#/?density=table'),
    'a new key': async ({ page, t }) => {
      await go(page, '#/?density=large');
      await press(page, t('notices.changeKey'));
      await opened(page);
    },
  },
};

const gatewayHost = ({ gateway }: Scene): string => new URL(gateway.address).host;

async function openNotices(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .locator('[aria-haspopup="dialog"]')
    .filter({ visible: true })
    .first()
    .click();
  await opened(page);
}

/** What stands in the page's place. */
export const instead: Part = {
  screens: {
    'wrong settings': async ({ page, t }) => {
      await page.route('**/config.json', (route) =>
        route.fulfill({
          json: { nmae: 'x', accent: 'blue', services: [{ name: 'A' }], help: 'x' },
        }),
      );
      await page.goto('./');
      await expect(page.getByText(t('config.title'))).toBeVisible();
    },
    'a host’s notice and help': async ({ page }) => {
      await page.unroute('**/config.json');
      await page.route('**/config.json', (route) =>
        route.fulfill({
          json: {
            help: 'https://help.example/',
            notice: 'The service is down for maintenance tonight from 22:00 to 23:00 (UTC).',
          },
        }),
      );
      await page.reload();
      await expect(page.getByText('maintenance')).toBeVisible();
    },
    'a browser that stores nothing': async (scene) => {
      await scene.page.unroute('**/config.json');
      await blockDatabase(scene.page);
      await onBoard(scene);
      await expect(scene.page.getByText(scene.t('notices.storageBlocked'))).toBeVisible();
    },
    'too old': async ({ page, t }) => {
      await page.addInitScript(() => {
        delete (URL as { canParse?: unknown }).canParse;
      });
      await page.goto('./#/add?ids=one');
      await page.reload();
      await expect(page.getByRole('link', { name: t('old.again') })).toBeVisible();
    },
  },
};
