import { expect, type Page } from '@playwright/test';

import { fromCard, NAMES, onBoard } from '../board';
import { closeAll, fromSettings, go, opened, over, press, type Part, type Scene } from '../scene';

const WORDS = 'a lighthouse at dawn';

/** A link to tasks, at both ends. */
export const share: Part = {
  permissions: ['clipboard-read', 'clipboard-write'],
  screens: {
    share: async (scene) => {
      await onBoard(scene);
      await openShare(scene);
    },
    'with the videos’ links': async (scene) => {
      await openShare(scene);
      await scene.page.getByRole('dialog').getByRole('checkbox').first().check();
    },
    'one card': async (scene) => fromCard(scene, NAMES.ready, scene.t('share.one')),
    received: async (scene) => {
      await received(scene, await linkOf(scene));
    },
    'received, with a key': async (scene) => {
      const { page, t } = scene;
      await received(scene, await linkOf(scene));
      await press(page, t('share.pasteKey'));
      await expect(over(page)).toHaveCount(2);
    },
    'received, cut': async (scene) => {
      const link = await linkOf(scene);
      await received(scene, link.slice(0, -40));
    },
  },
};

async function openShare({ page, t }: Scene): Promise<void> {
  await go(page, '#/');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+a');
  await press(page, t('share.some', { n: 12 }));
  await expect(page.getByRole('img', { name: t('share.qrOf') })).toBeVisible();
}

/** The link to the whole board, copied once. */
async function linkOf(scene: Scene): Promise<string> {
  const { page, t } = scene;
  const known = links.get(page);
  if (known !== undefined) return known;
  await openShare(scene);
  await press(page, t('share.copyLink'));
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain('#');
  links.set(page, await copied());
  return linkOf(scene);
}

const links = new WeakMap<Page, string>();

/** As in the browser of somebody who has nothing of it. */
async function received({ page }: Scene, link: string): Promise<void> {
  const { origin } = new URL(link);
  await page.goto('about:blank');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devtools.detach();
  await page.goto(link);
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** What is kept, saved, put back and locked away. */
export const kept: Part = {
  screens: {
    backup: async (scene) => {
      await onBoard(scene);
      await fromSettings(scene, scene.t('backup.open'));
    },
    'backup, with keys': async (scene) => {
      const { page, t } = scene;
      await fromSettings(scene, t('backup.open'));
      await page.getByRole('dialog').last().getByRole('checkbox').check();
      await page.getByLabel(t('backup.passphrase'), { exact: true }).fill('short');
      await page.getByLabel(t('backup.again')).fill('other');
      await page.keyboard.press('Tab');
    },
    'read a backup': async (scene) => fromSettings(scene, scene.t('backup.openRead')),
    'what is no backup': async (scene) => {
      await fromSettings(scene, scene.t('backup.openRead'));
      await scene.page
        .getByLabel(scene.t('backup.choose'))
        .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
      await expect(scene.page.getByText(scene.t('backup.refused.other'))).toBeVisible();
    },
    'no removed tasks': async (scene) => fromSettings(scene, scene.t('backup.openBin')),
    'removed, to be undone': async (scene) => {
      await fromCard(scene, NAMES.lost, scene.t('card.menu.remove'));
      await expect(scene.page.getByText(scene.t('board.removed', { n: 1 }))).toBeVisible();
    },
    'removed tasks': async (scene) => {
      await go(scene.page, '#/');
      await fromSettings(scene, scene.t('backup.openBin'));
    },
    'what is kept where': async (scene) => fromSettings(scene, scene.t('private.open')),
    'forget everything': async (scene) => {
      await fromSettings(scene, scene.t('private.open'));
      await press(scene.page, scene.t('private.forget'));
    },
    lock: async (scene) => {
      await openLock(scene);
    },
    'lock that is set': async (scene) => {
      const { page, t } = scene;
      await openLock(scene);
      await page.getByLabel(t('backup.passphrase'), { exact: true }).fill(WORDS);
      await page.getByLabel(t('backup.again')).fill(WORDS);
      await press(page, t('private.setLock'));
      await expect(page.getByLabel(t('backup.passphrase'), { exact: true })).toHaveCount(0);
      await closeAll(page);
      await openLock(scene);
    },
    locked: async ({ page, t }) => {
      await page.reload();
      await expect(page.getByRole('heading', { name: t('private.locked') })).toBeVisible();
    },
    'locked, another passphrase': async ({ page, t }) => {
      await page.getByLabel(t('backup.passphrase')).fill('another one');
      await page.keyboard.press('Enter');
      await expect(page.getByText(t('private.wrong'))).toBeVisible();
    },
    'locked, forgotten': async ({ page, t }) => press(page, t('private.forgot')),
  },
  stale: ['removed, to be undone'],
};

async function openLock(scene: Scene): Promise<void> {
  await fromSettings(scene, scene.t('private.open'));
  await press(scene.page, scene.t('private.lock'));
  await opened(scene.page);
}
