import { the } from '../support/engines/find';
import { pasteTasks } from '../support/engines/webkit-page';
import { expect, test } from '../support/engines/webkit';
import { FAST, KEY } from '../support/ids';

const MANY = Array.from({ length: 60 }, (_, at) => `task_01k6x15vhrff09dkkqjrz${at + 10_000}`);

// This WebKit has no graphics card, as old computers: whatever a card has, the processor paints in every frame.
test('the shadows of cards cost a board that scrolls next to nothing @alone', async ({
  tab,
  gateway,
}) => {
  await pasteTasks(tab, { address: gateway.address, key: KEY, ids: [FAST.id] });
  await tab.click(the('button', 'Add tasks'));
  await tab.fill([KEY, ...MANY].join('\n'), the('dialog'), the('textbox', 'Keys and task ids'));
  await tab.click(the('dialog'), the('button', `Add ${MANY.length} tasks`));
  await expect.poll(() => tab.count(the('article'))).toBeGreaterThan(6);
  const frameMs = (shadow: string): Promise<number> =>
    tab.run(async (value) => {
      document.documentElement.style.setProperty('--shadow', value);
      const scroller = document.querySelector('[data-card]')?.closest('.overflow-y-auto');
      if (!scroller) throw new Error('The board does not scroll');
      scroller.scrollTop = 0;
      const times: number[] = [];
      for (let frame = 0; frame < 8; frame += 1) {
        const from = performance.now();
        scroller.scrollTop += 12;
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - from);
      }
      return times.toSorted((a, b) => a - b)[4] ?? NaN;
    }, shadow);
  const least = { with: Infinity, without: Infinity };
  for (let round = 0; round < 3; round += 1) {
    least.with = Math.min(least.with, await frameMs(''));
    least.without = Math.min(least.without, await frameMs('none'));
  }
  expect(least.with).toBeLessThan(3 * least.without);
});
