import { parseArgs } from 'node:util';

import { run } from '../../../scripts/terminal.mjs';

/** Playwright takes no options of ours, so they travel in the environment. */
const { values } = parseArgs({
  options: { tasks: { type: 'string' }, quick: { type: 'boolean' } },
});
const environment = {
  ...(values.tasks ? { BOARD_TASKS: values.tasks } : {}),
  ...(values.quick ? { BOARD_QUICK: '1' } : {}),
};
const args = ['test', '-c', 'tests/bench/board/playwright.config.ts'];
process.exitCode = await run('playwright', args, environment);
