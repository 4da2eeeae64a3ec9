import { readFileSync } from 'node:fs';

import { the } from '../support/engines/find';
import { pasteBox, pasteTasks } from '../support/engines/webkit-page';
import type { Tab } from '../support/engines/webkit-tab';
import { expect, test } from '../support/engines/webkit';
import { FAST, KEY, LINK } from '../support/ids';

const WORDS = 'a lighthouse at dawn';
const passphrase = the('textbox', 'Passphrase');

test('a link is copied and opened; a board is saved with its keys, locked, forgotten, and brought back', async ({
  tab,
  gateway,
  downloads,
}) => {
  await pasteTasks(tab, { address: gateway.address, key: KEY, ids: [FAST.id, LINK.id] });
  await tab.click(the('article', FAST.title), the('checkbox', `Select ${FAST.title}`));
  await tab.click(the('button', 'Share 1'));
  await tab.click(the('button', 'Copy link'));
  await tab.press('Escape', 'Escape');
  await tab.click(the('button', 'Add tasks'));
  await tab.fill('', pasteBox);
  await tab.press('Control+v');
  await tab.click(the('button', 'Open what was shared'));
  await tab.expectCount(1, the('dialog', '1 task was shared with you'));
  await tab.press('Escape', 'Escape');

  await settings(tab, 'Save a backup…');
  await tab.click(the('checkbox', /With my keys/));
  await enterTwice(tab);
  await tab.click(the('button', 'Save the file'));
  await expect.poll(downloads).toHaveLength(1);
  const [file = ''] = downloads();
  await expect.poll(() => readFileSync(file, 'utf8')).toContain(LINK.id);
  expect(readFileSync(file, 'utf8')).not.toContain(KEY);
  await tab.press('Escape');

  await settings(tab, 'What is kept where…');
  await tab.click(the('button', 'Lock this page…'));
  await enterTwice(tab);
  await tab.click(the('button', 'Lock with this passphrase'));
  await tab.expectCount(0, passphrase);
  await tab.reload();
  await tab.expectCount(1, the('heading', 'This page is locked'));
  await tab.expectCount(0, the('article'));
  await tab.fill(WORDS, passphrase);
  await tab.click(the('button', 'Unlock'));
  await tab.expectCount(2, the('article'));

  await settings(tab, 'What is kept where…');
  await tab.click(the('button', 'Forget everything…'));
  await tab.click(the('button', 'Forget everything'));
  // Said by the page that has begun anew.
  await tab.expectCount(1, the('dialog', /^Everything was forgotten/));
  await tab.expectCount(1, the('heading', 'Watch your video tasks finish'));

  await settings(tab, 'Read a backup…');
  await tab.chooseFile(file, the('file', 'Choose the file…'));
  await tab.expectText('2 tasks, saved', the('dialog', 'Read a backup'));
  await tab.fill(WORDS, the('textbox', 'Passphrase of its keys'));
  await tab.click(the('button', 'Add to this board'));
  await tab.expectCount(0, the('dialog', 'Read a backup'));
  await tab.press('Escape');
  await tab.expectCount(2, the('article'));
  // With the key that the file brought.
  await tab.expectCount(1, the('article', LINK.title), the('button', /^Play/));
});

async function settings(tab: Tab, part: string): Promise<void> {
  await tab.click(the('button', 'Settings'));
  await tab.click(the('dialog', 'Settings'), the('button', part));
}

async function enterTwice(tab: Tab): Promise<void> {
  await tab.fill(WORDS, passphrase);
  await tab.fill(WORDS, the('textbox', 'The passphrase once more'));
}
