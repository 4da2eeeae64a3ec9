import { expect } from '@playwright/test';

import { HELP_TOPICS } from '../../../src/features/help/topics';
import { BATCH, CONTENT, KEY, LINK, PUBLISHED_RUNNING } from '../../e2e/support/ids';
import { checked, onBoard } from '../board';
import { go, paste, press, submit, type Part, type Step } from '../scene';

const answer =
  (about: string): Step =>
  async ({ page }) => {
    await go(page, `#/help/${about}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  };

/** All questions, and what is answered. */
export const help: Part = {
  screens: {
    questions: async (scene) => {
      await onBoard(scene);
      await answer('')(scene);
    },
    'no answer': async ({ page }) => {
      await page.getByRole('main').getByRole('searchbox').fill('zebra');
    },
    'no such question': answer('zebra'),
    'from a card': answer('trouble.not_found'),
    ...Object.fromEntries(HELP_TOPICS.map((topic) => [topic, answer(topic)])),
  },
};

const FINISHED = Array.from({ length: 14 }, (_, at) => [
  at % 2 === 0 ? 'SH010 Lighthouse' : 'SH020 Tea house',
  `take ${at}`,
  at % 3 === 0 ? 'Northwind Studios' : 'Lumen',
  `sora-2:task_01k8look${String(at).padStart(8, '0')}`,
]);
const TABLE = [
  ['Shot', 'Take', 'Client', 'Task id'],
  ...FINISHED,
  ['SH010 Lighthouse', 'one', 'Northwind Studios', 'failbusy-5001'],
  ['SH010 Lighthouse', 'two', 'Lumen', 'failquota-5002'],
  ['SH020 Tea house', 'one', 'Lumen', 'fail-5003'],
  ['SH020 Tea house', 'two', 'Lumen', 'failprompt-5004'],
  ['SH020 Tea house', 'three', 'Lumen', CONTENT.id],
  ['SH020 Tea house', 'four', 'Lumen', LINK.id],
  ['SH020 Tea house', 'five', 'Lumen', 'estuck-4714'],
];

/** What is told of tasks that have ended. */
export const insight: Part = {
  screens: {
    insight: async (scene) => {
      const { page, t, gateway, sleepThrough } = scene;
      await page.goto('./');
      await paste(scene, [KEY, ...TABLE.map((row) => row.join('\t'))].join('\n'), gateway.address);
      await submit(page);
      await checked(scene);
      gateway.advance(600_000);
      await sleepThrough([page], 600_000);
      const running = page.getByRole('radio', { name: `${t('board.running')} 1`, exact: true });
      await expect(running).toBeAttached({ timeout: 60_000 });
      await go(page, '#/insight');
      await expect(page.getByRole('region', { name: t('insight.why') })).toBeVisible();
    },
    'as tables': async ({ page, t }) => {
      const show = page.getByRole('button', { name: t('insight.showTable'), exact: true });
      for (let left = await show.count(); left > 0; left = await show.count()) {
        await show.first().click();
      }
    },
    'filtered, nothing left': async ({ page }) => go(page, '#/insight/14/Client/nobody'),
    'with the board’s filters': async ({ page }) =>
      go(page, '#/insight?model=sora-2&reason=overload'),
    'a menu': async ({ page }) => {
      await go(page, '#/insight');
      await page.getByRole('region').first().locator('[aria-haspopup="menu"]').first().click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
};

/** Told when back, and of a batch. */
export const away: Part = {
  permissions: ['notifications'],
  screens: {
    'asked whether to be told': async (scene) => {
      await scene.page.addInitScript(() => {
        if (origin !== 'null') localStorage['rushes-tell'] = '{"state":{}}';
        // A browser without a window lets no page tell anything.
        Object.defineProperty(Notification, 'permission', { get: () => 'default' });
      });
      await scene.page.goto('./');
      const ids = [...BATCH.map(({ id }) => id), PUBLISHED_RUNNING];
      await paste(scene, [KEY, ...ids].join('\n'), scene.gateway.address);
      await submit(scene.page);
      await checked(scene);
      await expect(scene.page.getByRole('dialog')).toBeVisible();
    },
    'while away': async ({ page, gateway, sleepThrough, t }) => {
      gateway.advance(3_600_000);
      await sleepThrough([page], 600_000);
      await expect(page.getByRole('region', { name: t('told.away') })).toBeVisible();
    },
    'what ended while away': async ({ page, t }) => {
      const line = page.getByRole('region', { name: t('told.away') });
      await line.getByRole('button').first().click();
      await expect(page).toHaveURL(/#\/\?./);
    },
    'all notices': async ({ page }) => {
      await page.getByRole('banner').locator('[aria-haspopup="dialog"]').last().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    'its choices': async ({ page, t }) => {
      await press(page, t('app.settings'));
    },
  },
};
