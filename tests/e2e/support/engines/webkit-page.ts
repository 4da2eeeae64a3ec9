import { VIDEO_KEY, type VideoHost } from '../video-host';
import { the } from './find';
import type { Tab } from './webkit-tab';

export const pasteBox = the('textbox', 'Keys and task ids');

/** A task's card, by its whole title. */
export const card = (title: string) => the('article', title);

/** Pastes a key and ids, names the service by its address, and tracks them. */
export async function pasteTasks(
  tab: Tab,
  { address, key, ids }: { address: string; key: string; ids: readonly string[] },
): Promise<void> {
  await tab.fill([key, ...ids].join('\n'), pasteBox);
  await tab.choose('Other…', the('combobox', 'Service'));
  await tab.fill(address, the('textbox', 'Address'));
  await tab.click(the('button', /^Add \d+ tasks?$/));
  await tab.expectCount(ids.length, the('article'));
}

/** Puts `clip-1` to `clip-<count>` of a host on the board, and waits until they can be played. */
export async function onBoard(tab: Tab, { address }: VideoHost, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `clip-${index + 1}`);
  await pasteTasks(tab, { address, key: VIDEO_KEY, ids });
  await tab.expectCount(count, the('button', /^Play/));
}

/** Opens a card's menu and chooses from it. */
export async function choose(tab: Tab, title: string, item: string): Promise<void> {
  await tab.click(card(title), the('button', /^More actions/));
  await tab.click(the('menuitem', item));
}
