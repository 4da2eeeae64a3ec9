import { chat, FIVE } from '../support/chat';
import { the } from '../support/engines/find';
import { card, choose, pasteBox, pasteTasks } from '../support/engines/webkit-page';
import { expect, test } from '../support/engines/webkit';
import { BATCH, FAST, KEY, LASTING_FAULTS, LINK } from '../support/ids';
import { wordsOf } from '../support/words';

const t = wordsOf('en');

// On a busy machine this WebKit lets a video stand still that it calls playing, about once in three times.
test('a newcomer without a key watches a sample task finish, plays it, and finds it after a reload @alone', async ({
  tab,
}) => {
  await tab.expectCount(1, the('heading', 'Rushes'));
  await tab.click(the('button', 'Try the sample board'));
  const running = [the('article'), the('progressbar', 'Progress')] as const;
  await expect.poll(() => tab.count(...running)).toBeGreaterThan(0);
  const titles = await tab.read(running, (found) =>
    found.map((bar) => bar.closest('article')?.querySelector('h2')?.textContent ?? ''),
  );
  let done: string | undefined;
  await expect(async () => {
    for (const title of titles) {
      if ((await tab.count(card(title), the('button', /^Play/))) > 0) done = title;
    }
    expect(done).toBeDefined();
  }).toPass({ timeout: 60_000 });
  const play = [card(done ?? ''), the('button', /^Play/)] as const;
  await tab.click(...play);
  await tab.expectPlays(play[0]);
  await tab.reload();
  await tab.click(...play);
  await tab.expectPlays(play[0]);
});

test('a chat message with an address, a key and five ids becomes five cards', async ({
  tab,
  gateway,
}) => {
  await tab.paste(chat(gateway.address), pasteBox);
  await tab.expectText(/1 key[^]*5 tasks[^]*Everything else is ignored\./, the('main'));
  const shown = await tab.run(() => document.documentElement.outerHTML);
  expect(shown).not.toContain(KEY);
  await tab.click(the('button', 'Add 5 tasks'));
  await tab.expectCount(5, the('article'));
  await expect.poll(() => FIVE.filter((id) => gateway.lookUps(id).length > 0)).toEqual(FIVE);
});

test('every fault says in plain words what it is and has a button; their neighbour goes on', async ({
  tab,
  gateway,
}) => {
  const ids = [FAST.id, ...LASTING_FAULTS.map(({ id }) => id)];
  await pasteTasks(tab, { address: gateway.address, key: KEY, ids });
  for (const { id, problem, help } of LASTING_FAULTS) {
    await tab.expectText(t(`problems.${problem}.title`), card(id));
    // Named by the card, too.
    await tab.expectCount(1, card(id), the('button', new RegExp(`^${help}`)));
  }
  await tab.expectText('Ready', card(FAST.title));
  expect(gateway.lookUps(FAST.id).length).toBeGreaterThan(1);
});

test('two tabs show the same board and ask no more often than one', async ({
  tab,
  openTab,
  gateway,
}) => {
  const ids = BATCH.map(({ id }) => id);
  await pasteTasks(tab, { address: gateway.address, key: KEY, ids });
  const other = await openTab();
  await other.expectCount(3, the('article'));
  await choose(other, BATCH[0].title, 'Rename');
  await other.fill('Harbour at dawn', the('textbox', 'Name'));
  await other.click(the('button', 'Save'));
  await tab.expectCount(1, card('Harbour at dawn'));
  gateway.advance(3_600_000);
  // The second tab asks the first one to.
  const titles = ['Harbour at dawn', ...BATCH.slice(1).map(({ title }) => title)];
  for (const title of titles) await choose(other, title, 'Check now');
  for (const one of [tab, other]) await one.expectCount(3, the('button', /^Play/));
});

test('the language is chosen, and stays after a reload; what a private WebKit cannot do is said', async ({
  tab,
  gateway,
}) => {
  await pasteTasks(tab, { address: gateway.address, key: KEY, ids: [LINK.id] });
  await tab.click(the('button', 'Settings'));
  await tab.expectText('This browser cannot save videos automatically.', the('dialog'));
  await tab.choose('简体中文', the('combobox', 'Language'));
  await tab.expectCount(1, the('dialog', '设置'));
  await tab.press('Escape');
  await tab.reload();
  await tab.expectCount(1, the('radio', /^已完成 1$/));
  expect(await tab.run(() => document.documentElement.lang)).toBe('zh-CN');
});

test.describe('in a dark room', () => {
  test.use({ flags: ['--dark-mode'] });

  test('the page is dark', async ({ tab }) => {
    await tab.expectCount(1, pasteBox);
    expect(
      await tab.run(() => [
        document.documentElement.dataset['theme'],
        getComputedStyle(document.documentElement).colorScheme,
      ]),
    ).toEqual(['dark', 'dark']);
  });
});
