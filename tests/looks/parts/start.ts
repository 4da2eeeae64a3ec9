import { expect } from '@playwright/test';

import { WRONG_KEY } from '../../e2e/support/ids';
import { MESSAGE } from '../board';
import { box, go, paste, submit, type Part } from '../scene';

/** Two services, a key that stands alone, and a word that may be either. */
const TANGLED = [
  'https://api.lumen.example sk-lumen-Vb3kQ8w2Lx71mNp49f2c',
  'task_01k8m2qdlighthouse1 task_01k8m2qdlighthouse2',
  '',
  'https://video.norra.example',
  'video_86c5d3e4',
  '',
  'sk-alone-Hx5tR2m9Zc64qWs83d7a',
  'video_b3f8a617 ab12cd34ef56ab78cd90ef12',
].join('\n');

/** Before anything is tracked. */
export const start: Part = {
  screens: {
    empty: async ({ page }) => {
      await page.goto('./');
      await expect(box(page)).toBeVisible();
    },
    'a table': async (scene) => {
      await paste(scene, MESSAGE, scene.gateway.address);
      await expect(scene.page.getByRole('table')).toBeVisible();
    },
    refused: async (scene) => {
      await paste(scene, `${WRONG_KEY}\nvideo_86c5d3e4`, scene.gateway.address);
      await submit(scene.page);
      await expect(scene.page.getByRole('alert')).toBeVisible();
    },
    'no answer': async (scene) => {
      await paste(scene, `${WRONG_KEY}\nvideo_86c5d3e4`, 'http://127.0.0.1:9');
      await submit(scene.page);
      await expect(scene.page.getByRole('alert')).toBeVisible();
    },
    'open questions': async (scene) => {
      await scene.page.goto('./#/');
      await scene.page.reload();
      await paste(scene, TANGLED);
      await expect(scene.page.getByText('video.norra.example').first()).toBeVisible();
    },
    'no insight yet': async ({ page, t }) => {
      await go(page, '#/insight');
      await expect(page.getByRole('heading', { name: t('insight.title') })).toBeVisible();
    },
    'from a console': async ({ page }) => {
      await page.goto('about:blank');
      await page.goto(
        './#/add?ids=task_01k8m2qdlighthouse1&name=Harbour&api_key=sk-a-Vb3kQ8w2Lx71',
      );
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
};

/** The sample board, as a visitor sees it. */
export const sample: Part = {
  screens: {
    large: async ({ page, t }) => {
      await page.goto('./');
      await page.getByRole('button', { name: t('add.sample'), exact: true }).click();
      await expect(page.getByRole('article').first()).toContainText(/\S/);
      await expect(
        page
          .getByRole('article')
          .filter({ hasText: t('card.face.ready') })
          .first(),
      ).toBeVisible();
    },
    compact: async ({ page }) => go(page, '#/?density=compact'),
    table: async ({ page }) => go(page, '#/?density=table'),
  },
};
