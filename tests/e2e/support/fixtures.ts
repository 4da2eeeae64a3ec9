import { test as base } from '@playwright/test';

import { collectConsole } from './console';
import { startGateway, type TestGateway } from './gateway';
import { clocksOf, type SleepThrough } from './sleep';

interface Fixtures {
  /** The demo gateway over real HTTP on a port of its own, new for every test. */
  gateway: TestGateway;
  /** Seed of that gateway; `test.use({ seed: 7 })` changes it. */
  seed: number;
  quietConsole: void;
  askedBefore: void;
  sleepThrough: SleepThrough;
}

/** `test` of every journey. Each one also fails when a page logs an error, or anything that looks like a key. */
export const test = base.extend<Fixtures>({
  seed: [1, { option: true }],
  gateway: async ({ seed }, provide) => {
    const gateway = await startGateway(seed);
    await provide(gateway);
    await gateway.stop();
  },
  quietConsole: [
    async ({ context }, provide) => {
      const console = collectConsole(context);
      await provide();
      console.expectClean();
    },
    { auto: true },
  ],
  // Whether to be told is answered: the question would lie over cards, in browsers that can tell.
  askedBefore: [
    async ({ context }, provide) => {
      await context.addInitScript(() => {
        if (origin !== 'null') localStorage['rushes-tell'] ??= '{"state":{"asked":true}}';
      });
      await provide();
    },
    { auto: true },
  ],
  sleepThrough: async ({ context }, provide) => provide(await clocksOf(context)),
});

/**
 * For journeys to which the service worker makes no difference: no key's video, no download, nothing offline. That it
 * takes in all of the page is a third of what a short journey costs the processor.
 */
export const WITHOUT_WORKER = { serviceWorkers: 'block' } as const;

export { expect } from '@playwright/test';
