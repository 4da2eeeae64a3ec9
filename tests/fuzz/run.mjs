import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * `npm run test:fuzz [runs] [seed]`: the long fuzz run, on any system. So many answers are drawn and every
 * property gets so many values, others each time; a failure says the seed that brings it back.
 */
const [runs = '20000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
/** The DOM of the tests keeps what was drawn in it: a process of its own for so many answers. */
const PART = 5000;
/** As in `tests/fuzz.test.tsx`: each task of 25 answers has the next seed. */
const PER_TASK = 25;

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const properties = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => readFileSync(file, 'utf8').includes("from '~test/properties'"));

console.log(`SEED=${seed} RUNS=${runs}`);
for (let done = 0; done < Number(runs); done += PART) {
  fuzz(Math.min(PART, Number(runs) - done), Number(seed) + done / PER_TASK, [
    'tests/fuzz.test.tsx',
  ]);
}
fuzz(runs, seed, properties);

function fuzz(RUNS, SEED, files) {
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--testTimeout=1200000', ...files],
    { stdio: 'inherit', env: { ...process.env, RUNS: String(RUNS), SEED: String(SEED) } },
  );
  if (status !== 0) process.exitCode = 1;
}
