import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { KEY, LONG } from './support/ids';
import { card, pasteTasks } from './support/page';
import { wordsOf } from './support/words';

test.use(WITHOUT_WORKER);

const t = wordsOf('en');

/** What each refusal is about, and the button that helps. */
const REFUSED = [
  {
    id: 'e403-4841',
    trouble: 'not_for_model',
    help: 'Add another key',
    said: 'no access to model',
  },
  { id: 'e402-4842', trouble: 'no_credit', help: 'Check now', said: 'Insufficient account' },
  { id: 'e403credit-4843', trouble: 'no_credit', help: 'Check now', said: '用户额度不足' },
] as const;

test('a refusal says what it is about, in the service’s own sentence, and the neighbour goes on', async ({
  page,
  gateway,
}) => {
  await page.goto('./');
  const ids = [LONG.id, ...REFUSED.map(({ id }) => id)];
  await pasteTasks(page, { address: gateway.address, key: KEY, ids });
  for (const { id, trouble, help, said } of REFUSED) {
    await expect.soft(card(page, id)).toContainText(t(`problems.${trouble}.title`));
    await expect.soft(card(page, id)).toContainText(said);
    await expect.soft(card(page, id).getByRole('button', { name: help })).toBeVisible();
  }
  await expect(card(page, LONG.title)).toContainText(/Waiting|Running/);
});
