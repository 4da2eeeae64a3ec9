import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `npm run test:fuzz [runs] [seed]`: the long fuzz run, on any system. */
const [runs = '20000', seed] = process.argv.slice(2);
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/fuzz.test.tsx'], {
  stdio: 'inherit',
  env: { ...process.env, RUNS: runs, ...(seed === undefined ? {} : { SEED: seed }) },
});
process.exitCode = status ?? 1;
