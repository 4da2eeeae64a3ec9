import { expect } from '@playwright/test';
import { createServer } from 'vite';

import type { Part } from '../scene';

/** Every problem and failure that a card can show, drawn without a gateway. */
export const faces: Part = {
  screens: {
    all: async ({ page }) => {
      const server = await createServer({ logLevel: 'error', server: { port: 0 } });
      await server.listen();
      page.once('close', () => void server.close());
      const [address] = server.resolvedUrls?.local ?? [];
      await page.goto(new URL('tests/looks/faces/index.html', address).href);
      await expect(page.getByRole('article').last()).toBeVisible({ timeout: 60_000 });
    },
  },
};
