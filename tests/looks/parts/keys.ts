import { expect } from '@playwright/test';

import { KEY, OTHER_KEY } from '../../e2e/support/ids';
import { onBoard } from '../board';
import {
  command,
  fromSettings,
  opened,
  openPalette,
  over,
  paste,
  press,
  submit,
  type Part,
  type Scene,
} from '../scene';

/** The choices of a person, and the keys of the keyboard. */
export const settings: Part = {
  screens: {
    settings: async (scene) => {
      await onBoard(scene);
      await press(scene.page, scene.t('app.settings'));
      await opened(scene.page);
    },
    'settings, saving in this browser': async ({ page, t }) => {
      await press(page, t('app.settings'));
      await page.getByRole('radio', { name: t('keep.place.browser') }).click({ force: true });
    },
    about: async (scene) => fromSettings(scene, scene.t('about.open')),
    'all keys': async ({ page, t }) => {
      await command(page, t('player.keys'));
      await opened(page);
    },
    palette: async ({ page }) => openPalette(page, ''),
    'palette, searching': async ({ page }) => openPalette(page, 'take'),
    'palette, nothing found': async ({ page }) => openPalette(page, 'zebra'),
  },
  anew: ['palette', 'palette, searching', 'palette, nothing found'],
};

/** API keys: changed, missing, given again. */
export const keys: Part = {
  screens: {
    list: async (scene) => {
      await onBoard(scene);
      const { page, t } = scene;
      await press(page, t('app.addTasks'));
      // For the page, another service.
      const other = scene.gateway.address.replace('127.0.0.1', 'localhost');
      await paste(scene, `${OTHER_KEY}\nvideo_86c5d3e4`, other);
      await submit(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await openList(scene);
      await page.getByText(t('connections.advanced')).first().click();
      await press(page, t('connections.forget'));
    },
    'change a key': async (scene) => {
      await openList(scene);
      await press(scene.page, scene.t('connections.change'));
      await expect(over(scene.page)).toHaveCount(2);
    },
    'how it is sent': async (scene) => fromAdvanced(scene, scene.t('connections.changeScheme')),
    'where it looks up': async (scene) => fromAdvanced(scene, scene.t('connections.changePath')),
    missing: async (scene) => {
      // As tomorrow: keys that were kept until the tab was closed are gone.
      await scene.page.evaluate(() => sessionStorage.clear());
      await scene.page.reload();
      await expect(scene.page.getByRole('article').first()).toBeVisible();
    },
    'all missing keys': async ({ page, t }) => {
      await press(page, t('notices.pasteKeys'));
      await opened(page);
    },
    'all missing keys, some found': async ({ page, t, gateway }) => {
      await press(page, t('notices.pasteKeys'));
      await page
        .getByRole('textbox', { name: t('connections.keysBox') })
        .fill(`${gateway.address} ${KEY}\nsk-new-Zx81kQ8w2Lx71mNp4`);
    },
  },
};

async function openList({ page, t }: Scene): Promise<void> {
  await press(page, t('app.settings'));
  await expect(page.getByText(t('connections.advanced')).first()).toBeVisible();
}

async function fromAdvanced(scene: Scene, name: string): Promise<void> {
  await openList(scene);
  await scene.page.getByText(scene.t('connections.advanced')).first().click();
  await press(scene.page, name);
  await expect(over(scene.page)).toHaveCount(2);
}
