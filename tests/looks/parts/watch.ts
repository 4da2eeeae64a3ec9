import { expect, type Page } from '@playwright/test';

import { CONTENT, FAILED, LINK, PUBLISHED_RUNNING } from '../../e2e/support/ids';
import { alone, NAMES, onBoard } from '../board';
import { button, go, opened, press, type Part, type Scene } from '../scene';

const details = ({ gateway }: Scene, id: string): string =>
  `#/task/${encodeURIComponent(gateway.address)}/${encodeURIComponent(id)}`;

const comparison = ({ gateway }: Scene, ...ids: readonly string[]): string =>
  `#/compare/${ids.flatMap((id) => [gateway.address, id].map(encodeURIComponent)).join('/')}`;

async function openDetails(scene: Scene, id: string): Promise<void> {
  await go(scene.page, details(scene, id));
  await expect(scene.page.getByText(scene.t('details.facts'), { exact: true })).toBeVisible();
}

/** One task at a time, playing and not. */
export const watch: Part = {
  screens: {
    'a card that plays': async (scene) => {
      await onBoard(scene);
      const card = await alone(scene, NAMES.ready);
      await card
        .getByRole('button', { name: scene.t('player.play') })
        .first()
        .click();
      await played(scene.page);
      await scene.page.evaluate(() => document.querySelector('video')?.pause());
    },
    'ready, the player': async (scene) => {
      await openDetails(scene, LINK.id);
      const { page, t } = scene;
      await page
        .getByRole('group', { name: t('player.stage') })
        .getByRole('button')
        .first()
        .click();
      await played(page);
      await page.evaluate(() => document.querySelector('video')?.pause());
    },
    'ready, its keys and answer': async (scene) => {
      const { page, t } = scene;
      const keys = page.getByText(t('player.keys'), { exact: true });
      if (await keys.isVisible()) await keys.click();
      await page.getByText(t('details.answer'), { exact: true }).click();
    },
    running: async (scene) => openDetails(scene, PUBLISHED_RUNNING),
    stuck: async (scene) => openDetails(scene, 'estuck-4714'),
    'not known to the service': async (scene) => openDetails(scene, 'e404-4716'),
    failed: async (scene) => {
      await openDetails(scene, FAILED.id);
      await scene.page.getByText(scene.t('details.words'), { exact: true }).click();
    },
    gone: async (scene) => {
      await go(scene.page, details(scene, 'task_gone'));
      await expect(scene.page.getByText(scene.t('details.gone'))).toBeVisible();
    },
  },
};

/** Takes beside each other. */
export const compare: Part = {
  screens: {
    'side by side': async (scene) => {
      await onBoard(scene);
      await go(scene.page, comparison(scene, LINK.id, CONTENT.id));
      await expect(scene.page.locator('video')).toHaveCount(2);
    },
    slider: async (scene) => {
      await go(scene.page, `${comparison(scene, LINK.id, CONTENT.id)}?mode=wipe`);
      await expect(
        scene.page.getByRole('slider', { name: scene.t('compare.divider') }),
      ).toBeVisible();
    },
    'one is missing': async (scene) => {
      await go(scene.page, comparison(scene, LINK.id, CONTENT.id, 'task_gone'));
    },
    chooser: async (scene) => {
      await go(scene.page, comparison(scene, LINK.id, CONTENT.id));
      await press(scene.page, scene.t('compare.change'));
      await opened(scene.page);
    },
    'none is here': async (scene) => {
      await go(scene.page, comparison(scene, 'task_gone', 'task_lost'));
      await expect(button(scene.page, scene.t('app.addTasks'))).toBeVisible();
    },
  },
};

async function played(page: Page): Promise<void> {
  const time = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
  await expect.poll(time).toBeGreaterThan(0.3);
}
