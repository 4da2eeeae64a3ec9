import { expect, hide, test } from './support/hidden';
import { BATCH, FAILED, KEY } from './support/ids';
import { expectNoAxeViolations, pasteTasks } from './support/page';

const IDS = [...BATCH.map(({ id }) => id), FAILED.id];

test('a batch that ends in a hidden tab is told once, by the system, and leads to its cards @firefox', async ({
  real,
  open,
  gateway,
  sleepThrough,
}) => {
  await real.grantPermissions(['notifications']);
  const page = await open();
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: IDS });
  const panel = page.getByRole('dialog', { name: 'Tell you when a batch is done?' });
  await expect(panel).toBeVisible();
  await expectNoAxeViolations(page);
  await panel.getByRole('switch', { name: 'Quiet hours' }).click();
  await panel.getByRole('button', { name: 'Yes, tell me' }).click();
  await expect(panel).toHaveCount(0);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  const another = await open();
  await another.goto(page.url());

  await hide(another);
  gateway.advance(3_600_000);
  await sleepThrough([page, another]);
  const endedAt = Date.now();
  const said = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title }) => title);
    });
  await expect.poll(said).toEqual([`${BATCH.length} ready, 1 failed`]);
  console.log(`  told from a hidden tab after ${Date.now() - endedAt} ms`);

  const [worker] = real.serviceWorkers();
  await worker?.evaluate(async (type) => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const [notification] = await registration.getNotifications();
    if (notification) {
      const Pressed = (globalThis as unknown as Record<string, new (...all: unknown[]) => Event>)[
        'NotificationEvent'
      ];
      if (Pressed) dispatchEvent(new Pressed(type, { notification, action: 'watch' }));
    }
  }, 'notificationclick');
  await expect.poll(async () => `${page.url()} ${another.url()}`).toContain('batch=');
  expect(await said()).toEqual([]);
});
