import { the } from '../support/engines/find';
import { card, pasteBox } from '../support/engines/webkit-page';
import { expect, test } from '../support/engines/webkit';
import { CONTENT, FAILED, KEY, LINK, PUBLISHED_RUNNING } from '../support/ids';

/** As a producer keeps them. */
const TABLE = [
  ['Shot', 'Name', 'Client', 'Task id'],
  ['SH010 Lighthouse', 'take 1', 'Lumen', LINK.id],
  ['SH010 Lighthouse', 'take 2', 'Atlas', CONTENT.id],
  ['SH2 Tea house', 'take 3', 'Mira', FAILED.id],
  ['SH2 Tea house', 'take 4', 'Lumen', PUBLISHED_RUNNING],
];

test('a table’s shots become groups; two cards are chosen, and stand chosen in a table that sorts', async ({
  tab,
  gateway,
}) => {
  await tab.paste([KEY, ...TABLE.map((row) => row.join('\t'))].join('\n'), pasteBox);
  await tab.choose('Other…', the('combobox', 'Service'));
  await tab.fill(gateway.address, the('textbox', 'Address'));
  await tab.click(the('button', 'Add 4 tasks'));
  await tab.choose('None', the('combobox', 'Group'));
  await tab.expectCount(0, the('region', 'SH2 Tea house'));
  await tab.choose('Shot', the('combobox', 'Group'));
  await tab.expectText('2 of 2 ready', the('region', 'SH010 Lighthouse'));
  await tab.expectCount(2, the('region', 'SH2 Tea house'), the('article'));

  await tab.click(card('take 1'), the('checkbox', 'Select take 1'));
  await tab.click(card('take 3'), the('checkbox', 'Select take 3'));
  await tab.expectText('2 selected', the('toolbar', 'Selection'));

  await tab.click(the('radio', 'Table'));
  await tab.click(the('columnheader', 'Client'), the('button', 'Client'));
  const rows = () =>
    tab.read([the('rowheader')], (found) =>
      found.map((one) => {
        const row = one.closest('[role=row]');
        return [one.textContent.slice(0, 6), row?.getAttribute('aria-selected')];
      }),
    );
  await expect.poll(rows).toEqual([
    ['take 4', 'false'],
    ['take 3', 'true'],
    ['take 2', 'false'],
    ['take 1', 'true'],
  ]);
});
