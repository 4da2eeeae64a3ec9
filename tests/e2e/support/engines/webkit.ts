import { readdirSync } from 'node:fs';
import path from 'node:path';

import { test as base } from '@playwright/test';

import { startGateway, type TestGateway } from '../gateway';
import { openWebKit, type Session } from './webkit-driver';
import { openKeepingWebKit } from './webkit-inspector';
import { tabOf, type Tab } from './webkit-tab';

interface Fixtures {
  /** Flags of WebKit's for this test. */
  flags: readonly string[];
  /** Whether it keeps what pages store on its disk. Such a WebKit has no keyboard. */
  isKeeping: boolean;
  session: Session;
  /** The page in its first tab. */
  tab: Tab;
  /** The page once more, in another tab of the same browser. */
  openTab: () => Promise<Tab>;
  /** Paths of the files that were downloaded so far. */
  downloads: () => string[];
  gateway: TestGateway;
}

/** `test` for journeys in WebKit, which Playwright itself cannot drive as it is: each has a browser of its own. */
export const test = base.extend<Fixtures>({
  flags: [[], { option: true }],
  isKeeping: [false, { option: true }],
  session: async ({ flags, isKeeping }, provide) => {
    const session = await (isKeeping ? openKeepingWebKit() : openWebKit(flags));
    await provide(session);
    await session.close();
  },
  tab: async ({ session, baseURL }, provide) => {
    const tab = tabOf(session, await session.call<string>('GET', '/window'));
    await tab.goto(baseURL ?? '');
    await provide(tab);
  },
  openTab: async ({ session, baseURL }, provide) => {
    await provide(async () => {
      const { handle } = await session.call<{ handle: string }>('POST', '/window/new', {
        type: 'window',
      });
      const tab = tabOf(session, handle);
      await tab.goto(baseURL ?? '');
      return tab;
    });
  },
  downloads: async ({ session }, provide) => {
    await provide(() =>
      readdirSync(session.downloads)
        .toSorted()
        .map((name) => path.join(session.downloads, name)),
    );
  },
  // oxlint-disable-next-line no-empty-pattern
  gateway: async ({}, provide) => {
    const gateway = await startGateway(1);
    await provide(gateway);
    await gateway.stop();
  },
});

export { expect } from '@playwright/test';
