import { expect, type Page } from '@playwright/test';

import { fromCard, MESSAGE, NAMES, onBoard } from '../board';
import { button, command, go, opened, paste, press, type Part } from '../scene';

/** The cards, in each order and size, and what opens over them. */
export const board: Part = {
  screens: {
    'by shot': onBoard,
    ungrouped: async ({ page }) => go(page, '#/?group=none'),
    compact: async ({ page }) => go(page, '#/?density=compact'),
    'compact, ungrouped': async ({ page }) => go(page, '#/?density=compact&group=none'),
    table: async ({ page }) => go(page, '#/?density=table'),
    'table, ungrouped': async ({ page }) => go(page, '#/?density=table&group=none'),
    columns: async ({ page, t }) => {
      await go(page, '#/?density=table');
      await pressIfThere(page, t('board.columns'));
    },
    'by client, folded': async ({ page, t }) => {
      await go(page, '#/?density=large&group=column:Client');
      await press(page, t('groups.fold', { name: 'Atlas' }));
      await expect(button(page, t('groups.unfold', { name: 'Atlas' }))).toBeVisible();
    },
    'by reason': async ({ page }) => go(page, '#/?density=large&group=reason'),
    'what needs attention': async ({ page }) => go(page, '#/?group=none&show=attention'),
    'filters that are on': async ({ page }) =>
      go(page, '#/?group=none&picked=yes&stuck=yes&reason=safety&model=sora-2&added=today'),
    'nothing found': async ({ page }) => go(page, '#/?group=none&q=zebra&show=ready&picked=yes'),
    'nothing picked': async ({ page }) => go(page, '#/?picked=yes'),
    filter: async ({ page, t }) => {
      await go(page, '#/?group=none');
      await command(page, t('board.filter'));
      await opened(page);
    },
    'a card’s menu': async (scene) => fromCard(scene, NAMES.ready),
    'the menu of a card without a video': async (scene) => fromCard(scene, NAMES.lost),
    rename: async (scene) => fromCard(scene, NAMES.ready, scene.t('card.menu.rename')),
    note: async (scene) => fromCard(scene, NAMES.ready, scene.t('details.addNote')),
    'a group’s menu': async ({ page, t }) => {
      await go(page, '#/?group=shot');
      await press(page, t('groups.actions', { name: 'SH030 Harbour' }));
      await opened(page);
    },
    'a group’s name': async ({ page, t }) => {
      await press(page, t('groups.actions', { name: 'SH030 Harbour' }));
      await page.getByRole('menuitem', { name: t('groups.rename'), exact: true }).click();
    },
    'groups to merge': async ({ page, t }) => {
      await press(page, t('groups.actions', { name: 'SH030 Harbour' }));
      await page.getByRole('menuitem', { name: t('groups.merge'), exact: true }).click();
    },
    'add tasks': async ({ page, t }) => {
      await press(page, t('app.addTasks'));
      await opened(page);
    },
    'add known tasks': async (scene) => {
      await press(scene.page, scene.t('app.addTasks'));
      await paste(scene, MESSAGE, scene.gateway.address);
    },
    'add to a group': async ({ page, t }) => {
      await press(page, t('groups.actions', { name: 'SH030 Harbour' }));
      await page.getByRole('menuitem', { name: t('groups.add'), exact: true }).click();
    },
    views: async ({ page, t }) => {
      await press(page, t('board.views'));
      await opened(page);
    },
    'save a view': async ({ page, t }) => {
      await command(page, t('find.saveView'));
      await opened(page);
    },
    'how it is arranged': async ({ page, t }) => {
      await go(page, '#/?density=large');
      await pressIfThere(page, t('board.view'));
    },
    'the bell': async ({ page, t }) => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: t('told.title') })
        .click();
      await opened(page);
    },
  },
};

/** What is done with chosen cards. */
export const chosen: Part = {
  screens: {
    bar: async (scene) => {
      await onBoard(scene);
      await scene.page.keyboard.press('ControlOrMeta+a');
      await expect(scene.page.getByRole('toolbar')).toBeVisible();
    },
    'bar, after picking': async ({ page, t }) => {
      await page
        .getByRole('toolbar')
        .getByRole('button', { name: t('compare.pick') })
        .click();
      await expect(page.getByRole('toolbar').getByRole('status')).toBeVisible();
    },
    more: async ({ page, t }) => {
      await press(page, t('select.more'));
      await opened(page);
    },
    ...dialogs('tag', 'move'),
    download: async ({ page, t }) => {
      await page.keyboard.press('ControlOrMeta+a');
      await press(page, t('select.download', { n: 2 }));
      await opened(page);
    },
    ...fromMore('changeKey', 'relocate'),
    picks: async ({ page, t }) => {
      await page.keyboard.press('Escape');
      await go(page, '#/?group=none&picked=yes');
      await expect(button(page, t('find.send', { n: 2 }))).toBeVisible();
    },
    send: async ({ page, t }) => {
      await press(page, t('find.send', { n: 2 }));
      await opened(page);
    },
  },
};

/** What only some sizes have: where there is room, the toolbar shows it; a table's head, a phone has none. */
async function pressIfThere(page: Page, name: string): Promise<void> {
  const found = button(page, name);
  if (!(await found.isVisible())) return;
  await found.click();
  await opened(page);
}

function dialogs(...names: readonly ('tag' | 'move')[]): Part['screens'] {
  return Object.fromEntries(
    names.map((name) => [
      name,
      async ({ page, t }) => {
        await page.keyboard.press('ControlOrMeta+a');
        await press(page, t(`select.${name}`));
        await opened(page);
      },
    ]),
  );
}

function fromMore(...names: readonly ('changeKey' | 'relocate')[]): Part['screens'] {
  return Object.fromEntries(
    names.map((name) => [
      name,
      async ({ page, t }) => {
        await page.keyboard.press('ControlOrMeta+a');
        await press(page, t('select.more'));
        await page.getByRole('menuitem', { name: t(`select.${name}`), exact: true }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    ]),
  );
}
