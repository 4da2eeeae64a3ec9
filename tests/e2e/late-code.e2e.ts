import { expect, test } from './support/fixtures';
import { KEY, LINK } from './support/ids';
import { card, pasteTasks } from './support/page';

test('where the code of look-ups does not come, the page says so, and asks as soon as it does', async ({
  page,
  gateway,
}) => {
  const looks = '**/assets/look-ups-*.js';
  await page.route(looks, (route) => route.abort());
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LINK.id] });
  const says = page.getByText('Tasks are not checked yet.');
  await expect(says).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);

  await page.unroute(looks);
  await expect(card(page, LINK.title)).toBeVisible();
  await expect(says).toBeHidden();
});
