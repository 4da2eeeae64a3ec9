import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * `npm run test:fuzz [runs] [seed]`: the long fuzz run, on any system. So many answers are drawn and every
 * property gets so many values, others each time; the seed that brings a failure back is in its report.
 */
const [runs = '20000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const properties = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => readFileSync(file, 'utf8').includes("from '~test/properties'"));
console.log(`SEED=${seed} RUNS=${runs}`);
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--testTimeout=1200000', 'tests/fuzz.test.tsx', ...properties],
  { stdio: 'inherit', env: { ...process.env, RUNS: runs, SEED: seed } },
);
process.exitCode = status ?? 1;
