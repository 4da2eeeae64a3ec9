import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { FAST, KEY, LASTING_FAULTS, LONG } from './support/ids';
import { card, filter, pasteTasks } from './support/page';
import { wordsOf } from './support/words';

test.use(WITHOUT_WORKER);

const t = wordsOf('en');

test('every fault says in plain words what it is and has a button; their neighbour goes on @firefox', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  const ids = [FAST.id, ...LASTING_FAULTS.map(({ id }) => id)];
  await pasteTasks(page, { address: gateway.address, key: KEY, ids });
  for (const { id, problem, help } of LASTING_FAULTS) {
    await expect.soft(card(page, id)).toContainText(t(`problems.${problem}.title`));
    await expect.soft(card(page, id).getByRole('button', { name: help })).toBeVisible();
    await expect.soft(card(page, id)).not.toContainText('Failed');
  }
  await expect(card(page, FAST.title)).toContainText('Ready');
  expect(gateway.lookUps(FAST.id).length).toBeGreaterThan(1);
});

test('e401: a key that is accepted for nothing is the one to change', async ({ page, gateway }) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: ['e401-4809'] });
  await expect(page.getByRole('article')).toContainText(t('problems.auth.title'));
  await expect(page.getByRole('article').getByRole('button', { name: 'Change key' })).toBeVisible();
});

test('enovideo: a task that is ready without a video says so before anybody presses Play', async ({
  page,
  gateway,
}) => {
  const id = 'enovideo-4815';
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [id] });
  const task = page.locator(`[data-card$="${id}"]`);
  await expect(task).toContainText('The service gave no video');
  await expect(task.getByRole('button', { name: 'Play' })).toHaveCount(0);
  await expect(task.getByRole('button', { name: 'Check now' })).toBeVisible();
  const tries = () =>
    gateway.log.filter(({ method, path }) => method === 'GET' && path.endsWith('/content')).length;
  expect(tries()).toBe(1);
  const second = await page.context().newPage();
  await second.goto('./');
  await expect(second.locator(`[data-card$="${id}"]`)).toContainText('The service gave no video');
  expect(tries()).toBe(1);
});

test('estate4: a state that nobody knows is shown as it was sent', async ({ page, gateway }) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: ['estate4-4816'] });
  await expect(page.getByRole('article')).toContainText('The service says: “4”');
});

test('e429: the page pauses as long as it is asked to, then goes on by itself', async ({
  page,
  gateway,
}) => {
  const id = 'e429-4811';
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [LONG.id, id] });
  await expect(card(page, id)).toContainText(t('problems.rate_limited.title'));
  await expect(card(page, id)).toContainText(/Trying again in [1-6] s/);
  const pausing = page.getByRole('article').filter({ hasText: t('problems.rate_limited.title') });
  await expect(pausing).toHaveCount(0, { timeout: 30_000 });
  const [first, second] = gateway.lookUps(id);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(5000);
  await expect(filter(page, 'Running')).toHaveAccessibleName('Running 2');
});

test('eflaky: a fault in between leaves the last good state on the card', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: ['eflaky-4812'] });
  const task = page.getByRole('article');
  await expect(task).toContainText(t('problems.server.title'), { timeout: 20_000 });
  await expect(task).toContainText(/Waiting|Running/);
  await task.getByRole('button', { name: 'Check now' }).click();
  await expect(task).not.toContainText(t('problems.server.title'));
});

test('eword: a status word nobody has heard of still means running', async ({ page, gateway }) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: ['eword-4813'] });
  await expect(page.getByRole('article')).toContainText('Running');
  await expect(page.getByRole('article')).toContainText('contemplating');
});

test('e404route: a service that answers at another path is found', async ({ page, gateway }) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: ['e404route-4814'] });
  await expect(page.getByRole('article')).toContainText(/Waiting|Running/);
  expect(gateway.log.some(({ path }) => path.startsWith('/v1/video/query?id='))).toBe(true);
});

test('eslow: no answer within half a minute is said, and holds up nobody else', async ({
  page,
  gateway,
}) => {
  // Half a minute passes in six seconds.
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => timeout(ms === 30_000 ? 6000 : ms);
  });
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: [FAST.id, 'eslow-4815'] });
  await expect(card(page, FAST.title)).toContainText('Ready');
  await expect(card(page, 'eslow-4815')).toContainText(t('problems.timeout.title'));
});

test('a service that went away is said on the card, and its last state stays', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  await pasteTasks(page, { address: gateway.address, key: KEY, ids: ['estuck-4816'] });
  const task = page.getByRole('article');
  await expect(task).toContainText('Running');
  await gateway.stop();
  await task.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Check now' }).click();
  await expect(task).toContainText(t('problems.network.title'));
  await expect(task).toContainText('Running');
  await expect(task).toContainText(/Trying again in/);
});
