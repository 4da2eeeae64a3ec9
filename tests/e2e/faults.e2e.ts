import { expect, test } from './support/fixtures';
import { DEMO_KEY, LONG_TASK } from './support/ids';
import { card, filter, pasteTasks } from './support/page';

/** Ids that provoke a fault, and the words a person reads about it. */
const FAULTS = [
  { id: 'e401-lamp-1', title: 'This key was not accepted', help: 'Change key' },
  { id: 'e404-lamp-1', title: 'The service does not know this id', help: 'Check now' },
  { id: 'e500-lamp-1', title: 'The service has a fault of its own', help: 'Check now' },
  { id: 'egarbled-lamp-1', title: 'The answer could not be read', help: 'Check now' },
] as const;

for (const { id, title, help } of FAULTS) {
  test(`${id.split('-')[0]}: “${title}”, and its healthy neighbour goes on`, async ({
    page,
    gateway,
  }) => {
    await page.goto('/');
    await pasteTasks(page, { address: gateway.address, key: DEMO_KEY, ids: [LONG_TASK, id] });
    await expect(card(page, id)).toContainText(title);
    await expect(card(page, id).getByRole('button', { name: help })).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Progress', exact: true })).toBeVisible();
    const before = gateway.lookUps(LONG_TASK).length;
    gateway.advance(3_600_000);
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 30_000 });
    expect(gateway.lookUps(LONG_TASK).length).toBeGreaterThan(before);
  });
}
